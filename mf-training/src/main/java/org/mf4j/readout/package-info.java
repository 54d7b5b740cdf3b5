/**
 * Readouts that are solved instead of trained: ridge regression, alone and as the output layer of a
 * network. May depend on ND4J and DL4J; knows no data set and no reservoir.
 */
package org.mf4j.readout;
