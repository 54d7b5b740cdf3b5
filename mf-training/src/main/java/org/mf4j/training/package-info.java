/**
 * Training by backpropagation through time: the options, the loop with early stopping, and the
 * networks that are trained. May depend on {@code org.mf4j.networks}, {@code org.mf4j.random},
 * {@code org.mf4j.options}, ND4J and DL4J; knows no data set and no reservoir.
 */
package org.mf4j.training;
