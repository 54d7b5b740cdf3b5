/**
 * The shapes of network: a recurrent layer and an output layer that reads its last or every state;
 * and a recurrent layer on differences of its input, summaries of its trajectories and an output
 * layer. Also how some of its layers are run, the matrices that weights start from, and how frozen
 * layers become trainable. May depend on {@code org.mf4j.random}, {@code org.mf4j.layers}, {@code
 * org.mf4j.summaries}, the threads of {@code org.mf4j.engine}, ND4J and DL4J; does not know how the
 * weights are found.
 */
package org.mf4j.networks;
