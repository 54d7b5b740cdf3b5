/**
 * Readouts that are solved instead of trained: ridge regression, alone and as the output layer of a
 * network. May depend on ND4J, DL4J and EJML; knows no data set and no reservoir.
 */
package org.mf4j.readout;
