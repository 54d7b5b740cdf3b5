/**
 * Neurons that differ: distributions of a number over the neurons, and the memristive constants
 * drawn from them. May depend on {@code org.mf4j.random}, {@code org.mf4j.options} and {@code
 * org.mf4j.dynamics}.
 */
package org.mf4j.reservoir.devices;
