/**
 * How long trained networks remember: generated tasks of growing length, MF-RNNs of several physics
 * beside an LSTM and a tanh network. May depend on {@code org.mf4j.signals}, {@code
 * org.mf4j.training}, {@code org.mf4j.networks}, {@code org.mf4j.stability}, {@code
 * org.mf4j.search.journal} and the layers; nothing in this module may depend on it.
 */
package org.mf4j.experiment.memory;
