/**
 * Pictures of the device: its rates, one neuron under pulses, the memory factor. May depend on
 * {@code org.mf4j.dynamics}, {@code org.mf4j.stability} and {@code org.mf4j.figures.plot}; knows no
 * network.
 */
package org.mf4j.figures.physics;
