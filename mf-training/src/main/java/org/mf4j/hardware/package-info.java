/**
 * What hardware does to a network: weights as differential pairs of conductances, finite levels,
 * noise of writing and reading, drift, stuck devices, dead neurons, devices that differ. {@link
 * org.mf4j.hardware.HardwareModel} gives a deviating copy of a network. May depend on {@code
 * org.mf4j.dynamics}, {@code org.mf4j.layers}, {@code org.mf4j.random}, {@code org.mf4j.options},
 * ND4J and DL4J; knows no data set and no model.
 */
package org.mf4j.hardware;
