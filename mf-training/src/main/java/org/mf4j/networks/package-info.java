/**
 * The shapes of network that all models share: a recurrent layer and an output layer that reads its
 * last or every step; the matrices that the weights start from; and how frozen layers become
 * trainable. May depend on {@code org.mf4j.random}, ND4J and DL4J; does not know how the weights
 * are found.
 */
package org.mf4j.networks;
