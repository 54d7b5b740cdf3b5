/**
 * Networks of nanowires, as physical reservoirs, beside an MF-ESN of the same size. May depend on
 * {@code org.mf4j.nanowires}, {@code org.mf4j.stability} for capacities and what is drawn, {@code
 * org.mf4j.models}, {@code org.mf4j.papers} and {@code org.mf4j.data}; nothing in this module may
 * depend on it.
 */
package org.mf4j.experiment.nanowires;
