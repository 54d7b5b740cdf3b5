/**
 * Reservoirs: how untrained recurrent weights are drawn and scaled, and the network that carries
 * them. May depend on its own packages for topology and input, on {@code org.mf4j.networks}, {@code
 * org.mf4j.layers}, {@code org.mf4j.random}, {@code org.mf4j.options} and DL4J; knows no data set
 * and no readout.
 */
package org.mf4j.reservoir;
