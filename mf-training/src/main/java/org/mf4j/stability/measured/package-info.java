/**
 * What is measured of a network while a series drives it, where theory only bounds: exponents, echo
 * states, spectral radii along a trajectory, and how much of the input its states keep. Every
 * measure takes a {@link org.mf4j.stability.DrivenMap}, so that it can be held against linear
 * systems whose values are known. May depend on {@code org.mf4j.stability}, {@code
 * org.mf4j.readout} for the readouts of capacities, {@code org.mf4j.random}, ND4J and EJML.
 *
 * <p>Input sequences are {@code [T][nIn]}, one row per step; state sequences {@code [T][N]}.
 */
package org.mf4j.stability.measured;
