package org.mf4j.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mf4j.cells.MemristiveCell;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.engine.Sequence;
import org.mf4j.engine.SequenceGradients;
import org.mf4j.engine.StateGradients;
import org.mf4j.engine.samediff.SameDiffEngine;
import org.mf4j.networks.RecurrentWeights;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The Jacobian against finite differences of the equations and against automatic derivatives. */
class JacobianProperties {
  private static final String SEED = "20250117";

  private static PlainNetwork network(int units, Integration integration, long seed) {
    MemristiveDynamics dynamics =
        PlainNetwork.heterogeneous(units, 0.5, 0.3, new SeededRandom(seed));
    return new PlainNetwork(dynamics, integration, PlainNetwork.weights(2, units, 3, seed));
  }

  @Property(tries = 40, seed = SEED, shrinking = ShrinkingMode.OFF)
  void equalsCentralDifferences(
      @ForAll @IntRange(min = 1, max = 12) int units,
      @ForAll Integration integration,
      @ForAll long seed) {
    PlainNetwork network = network(units, integration, seed);
    SeededRandom random = new SeededRandom(seed + 1);
    double[] state = PlainNetwork.uniform(units, 0, 1, random);
    double[] input = PlainNetwork.uniform(2, -2, 2, random);
    assertThat(network.map().next(state, input))
        .usingComparatorWithPrecision(1e-13)
        .containsExactly(network.next(state, input));
    double[][] jacobian = network.map().jacobian(state, input);
    assertThat(Matrices.largestDifference(jacobian, network.differences(state, input)))
        .isLessThan(1e-8);
  }

  @Property(tries = 10, seed = SEED, shrinking = ShrinkingMode.OFF)
  void equalsWhatSameDiffDerives(
      @ForAll @IntRange(min = 1, max = 8) int units,
      @ForAll Integration integration,
      @ForAll long seed) {
    PlainNetwork network = network(units, integration, seed);
    SeededRandom random = new SeededRandom(seed + 1);
    double[] state = PlainNetwork.uniform(units, 0, 1, random);
    double[] input = PlainNetwork.uniform(2, -2, 2, random);
    assertThat(
            Matrices.largestDifference(
                network.map().jacobian(state, input), sameDiff(network, state, input)))
        .isLessThan(1e-12);
  }

  /** One series per neuron i, with the loss h_i(1): its gradient along h(0) is row i. */
  private static double[][] sameDiff(PlainNetwork network, double[] state, double[] input) {
    int units = state.length;
    MemristiveCell cell =
        new MemristiveCell(
            network.dynamics(), network.integration(), EnumSet.noneOf(PhysicalConstant.class));
    RecurrentWeights weights = network.weights();
    Map<String, INDArray> params =
        Map.of(
            "W", Nd4j.create(weights.input()),
            "RW", Nd4j.create(weights.recurrent()),
            "b", Nd4j.create(weights.bias()));
    INDArray ones = Nd4j.ones(DataType.DOUBLE, units, 1);
    INDArray x = ones.mmul(Nd4j.create(new double[][] {input})).reshape(1, units, input.length);
    INDArray start = ones.mmul(Nd4j.create(new double[][] {state}));
    INDArray gradient = Nd4j.create(DataType.DOUBLE, units, units);
    Map<String, INDArray> unused = new HashMap<>();
    params.forEach((name, array) -> unused.put(name, array.dup()));
    new SameDiffEngine(cell)
        .forward(new Sequence(x, Optional.empty(), start), params, Optional.empty(), true)
        .backward(
            StateGradients.ofLastState(Nd4j.eye(units).castTo(DataType.DOUBLE)),
            1,
            new SequenceGradients(x.dup(), gradient, unused));
    return gradient.toDoubleMatrix();
  }

  @Property(tries = 20, seed = SEED, shrinking = ShrinkingMode.OFF)
  void leakyEqualsCentralDifferences(
      @ForAll @IntRange(min = 1, max = 8) int units,
      @ForAll @DoubleRange(min = 0.1, max = 1) double leakRate,
      @ForAll long seed) {
    RecurrentWeights weights = PlainNetwork.weights(1, units, 1, seed);
    LeakyMap map = new LeakyMap(leakRate, weights);
    SeededRandom random = new SeededRandom(seed + 1);
    double[] state = PlainNetwork.uniform(units, -1, 1, random);
    double[] input = {random.uniform(-1, 1)};
    double[][] differences = new double[units][units];
    for (int i = 0; i < units; i++) {
      for (int j = 0; j < units; j++) {
        differences[i][j] =
            (leaky(weights, leakRate, state, input, i, j, 1e-6)
                    - leaky(weights, leakRate, state, input, i, j, -1e-6))
                / 2e-6;
      }
    }
    assertThat(Matrices.largestDifference(map.jacobian(state, input), differences))
        .isLessThan(1e-9);
    assertThat(map.next(state, input)[0])
        .isEqualTo(leaky(weights, leakRate, state, input, 0, 0, 0));
  }

  /** Component i after a step from a state whose component j is moved. */
  private static double leaky(
      RecurrentWeights weights,
      double leakRate,
      double[] state,
      double[] input,
      int i,
      int j,
      double shift) {
    double u = weights.bias()[0][i] + input[0] * weights.input()[0][i];
    for (int k = 0; k < state.length; k++) {
      u += (state[k] + (k == j ? shift : 0)) * weights.recurrent()[k][i];
    }
    return (1 - leakRate) * (state[i] + (i == j ? shift : 0)) + leakRate * Math.tanh(u);
  }

  /**
   * Erratum to (14): with sigma' and c scaling the columns of W_h, as printed, the Jacobian of
   * docs/theory.md's example is off by 0.49; with the rows it agrees with central differences.
   */
  @Test
  void thePrintedOrderOfTheFactorsIsNotTheDerivative() {
    ErratumExample example = ErratumExample.of();
    double[][] differences = example.network().differences(example.state(), example.input());
    assertThat(Matrices.largestDifference(example.corrected(), differences)).isLessThan(1e-9);
    assertThat(Matrices.largestDifference(example.printed(), differences))
        .isCloseTo(0.4924, within(1e-4));
    assertThat(
            Matrices.largestDifference(
                example.corrected(),
                example.network().map().jacobian(example.state(), example.input())))
        .isLessThan(1e-14);
  }
}
