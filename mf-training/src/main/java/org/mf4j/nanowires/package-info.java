/**
 * Networks of nanowires as physical systems: nodes that memristive junctions join, voltages by
 * Kirchhoff's laws, topologies to draw them from, and the reservoir that they are. May depend on
 * {@code org.mf4j.dynamics}, {@code org.mf4j.random}, {@code org.mf4j.summaries}, {@code
 * org.mf4j.options}, the values of {@code org.mf4j.data}, {@code org.mf4j.readout}, the tasks of
 * {@code org.mf4j.models}, ND4J and EJML; knows no DL4J layer.
 */
package org.mf4j.nanowires;
