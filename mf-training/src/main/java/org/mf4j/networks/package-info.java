/**
 * The one shape of network that all models share: a recurrent layer, its last time step and an
 * output layer; and the matrices that its weights start from. May depend on {@code
 * org.mf4j.random}, ND4J and DL4J; does not know whether the weights will be trained.
 */
package org.mf4j.networks;
