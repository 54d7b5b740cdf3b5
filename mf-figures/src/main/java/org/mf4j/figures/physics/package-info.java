/**
 * Pictures of the device: its rates, one neuron under pulses, the memory factor, noise and jumps,
 * and of a network of nanowires. May depend on {@code org.mf4j.dynamics}, {@code
 * org.mf4j.nanowires} and below, and the packages for plots and style; knows no neural network.
 */
package org.mf4j.figures.physics;
