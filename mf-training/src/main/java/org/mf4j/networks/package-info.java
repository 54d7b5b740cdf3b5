/**
 * The two shapes of network: a recurrent layer, its last time step and an output layer; and a
 * recurrent layer on differences of its input, summaries of its trajectories and an output layer.
 * Also the matrices that weights start from. May depend on {@code org.mf4j.random}, {@code
 * org.mf4j.layers}, {@code org.mf4j.summaries}, ND4J and DL4J; does not know whether the weights
 * will be trained.
 */
package org.mf4j.networks;
