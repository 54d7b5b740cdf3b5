/**
 * Reservoirs: how untrained recurrent weights are drawn and scaled, and the network that carries
 * them. May depend on {@code org.mf4j.random}, ND4J and DL4J; knows no data set and no readout.
 */
package org.mf4j.reservoir;
