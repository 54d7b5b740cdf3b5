/**
 * Pictures of the device: its rates, one neuron under pulses, the memory factor. May depend on
 * {@code org.mf4j.dynamics} and {@code org.mf4j.figures.plot}; knows no network.
 */
package org.mf4j.figures.physics;
