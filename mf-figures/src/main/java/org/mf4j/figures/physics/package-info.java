/**
 * Pictures of the device: its rates, one neuron under pulses, the memory factor, noise and jumps.
 * May depend on {@code org.mf4j.dynamics} and below, and the packages for plots and style; knows no
 * network.
 */
package org.mf4j.figures.physics;
