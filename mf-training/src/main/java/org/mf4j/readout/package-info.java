/**
 * Readouts that are solved instead of trained: ridge regression from statistics that merge, alone
 * and as the output layer of a network; how lambda is chosen; probabilities of classes. {@link
 * org.mf4j.readout.RidgeReadout} is the way in for networks, {@link org.mf4j.readout.Ridge} for
 * matrices, {@link org.mf4j.readout.SufficientStatistics} for sets in parts and {@link
 * org.mf4j.readout.DistributedRidge} for parts that lie elsewhere. May depend on ND4J, DL4J, its
 * own packages, {@code org.mf4j.networks} to run a network's layers and the threads of {@code
 * org.mf4j.engine}; knows no data set and no reservoir.
 */
package org.mf4j.readout;
