/**
 * What theory says of a memristive network before it is trained: section V of [APL] in a form that
 * was checked against finite differences, and two sharper conditions. [APL] is Pistolesi et al.,
 * APL Mach. Learn. 3, 016117 (2025); {@code docs/theory.md} derives what is not in the paper.
 *
 * <p>Matrices of this package are in the paper's column convention, W_h = RW transposed, so that
 * row i belongs to neuron i. Constants may differ from neuron to neuron throughout. Constants
 * without RESCALE have unbounded rates: what needs the bounds throws an IllegalArgumentException
 * for them. May depend on {@code org.mf4j.dynamics}, where the step and the bounds of its rates
 * are, {@code org.mf4j.networks} for the weights, and EJML; knows no data, no training and no
 * report.
 */
package org.mf4j.stability;
