/**
 * Noise and jumps of real devices: the conductance as an Ornstein-Uhlenbeck process with jumps, its
 * Euler-Maruyama step and its exact transition, and the draws, each a function of (seed, series,
 * step, neuron). Depends on {@code org.mf4j.dynamics} and {@code org.mf4j.random}.
 */
package org.mf4j.dynamics.stochastic;
