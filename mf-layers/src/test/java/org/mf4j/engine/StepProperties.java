package org.mf4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.mf4j.cells.MemristiveCell;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.engine.fused.FusedEngine;
import org.mf4j.engine.samediff.SameDiffEngine;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What theory says of a step, asked of the engines. */
class StepProperties {
  private static final String SEED = "20250117";

  private static MemristiveCell cell(MemristiveDynamics dynamics, Integration integration) {
    return new MemristiveCell(dynamics, integration, EnumSet.noneOf(PhysicalConstant.class));
  }

  /** The states of one uncoupled neuron under a constant pre-activation. */
  private static INDArray states(
      SequenceEngine engine, DataType type, double u, double start, int steps) {
    INDArray activations = Nd4j.create(type, steps, 1, 1);
    Map<String, INDArray> params =
        Map.of(
            "W", Nd4j.ones(type, 1, 1), "RW", Nd4j.zeros(type, 1, 1), "b", Nd4j.zeros(type, 1, 1));
    engine.forward(
        new Sequence(
            Nd4j.valueArrayOf(new long[] {steps, 1, 1}, u, type),
            Optional.empty(),
            Nd4j.valueArrayOf(new long[] {1, 1}, start, type)),
        params,
        Optional.of(activations),
        false);
    return activations;
  }

  /** The state at time 1, in steps of 1/n. */
  private static double atTimeOne(Integration integration, int n, double u, double start) {
    MemristiveDynamics dynamics = MemristiveDynamics.paper().withDeltaT(1.0 / n);
    SameDiffEngine engine = new SameDiffEngine(cell(dynamics, integration));
    return states(engine, DataType.DOUBLE, u, start, n).getDouble(n - 1, 0, 0);
  }

  /** dh/dt = K_p (1 - h) - K_d h at time 1, from its closed solution. */
  private static double solution(double u, double start) {
    double z = 0.35 + 0.8 / (1 + Math.exp(-u));
    double potentiation = 1e-4 * Math.exp(10 * z);
    double decay = potentiation + 0.5 * Math.exp(-z);
    double fixedPoint = potentiation / decay;
    return fixedPoint + (start - fixedPoint) * Math.exp(-decay);
  }

  @Property(tries = 12, seed = SEED)
  void eulerHasOrderOneAndTheExactStepNoError(
      @ForAll @DoubleRange(min = -3, max = 1) @Scale(6) double u,
      @ForAll @DoubleRange(min = 0, max = 1) @Scale(6) double start) {
    double exact = solution(u, start);
    double coarse = atTimeOne(Integration.EULER, 128, u, start) - exact;
    double fine = atTimeOne(Integration.EULER, 256, u, start) - exact;
    Assume.that(Math.abs(fine) > 1e-8);
    assertThat(coarse / fine).isCloseTo(2, within(0.1));
    assertThat(atTimeOne(Integration.EXACT, 4, u, start)).isCloseTo(exact, within(1e-12));
    assertThat(atTimeOne(Integration.EXACT, 64, u, start)).isCloseTo(exact, within(1e-12));
  }

  /** The lemma of the unit cube: invariant iff deltaT K_p(b_) <= 1 and deltaT K_d(a_) <= gamma. */
  @Property(tries = 300, seed = SEED)
  void eulerKeepsTheUnitCube(
      @ForAll @DoubleRange(min = 0.04, max = 1) @Scale(6) double gamma,
      @ForAll @DoubleRange(min = 0.001, max = 0.1013) @Scale(6) double deltaT,
      @ForAll @DoubleRange(min = -50, max = 50) @Scale(6) double u,
      @ForAll @DoubleRange(min = 0, max = 1) @Scale(6) double start) {
    MemristiveDynamics dynamics =
        MemristiveDynamics.paper().withGamma(gamma).withDeltaT(deltaT).withSlope(5);
    assertStatesUpTo(1, cell(dynamics, Integration.EULER), u, start);
  }

  @Property(tries = 300, seed = SEED)
  void theExactStepKeepsTheUnitCubeForEveryStep(
      @ForAll @DoubleRange(min = 0.001, max = 1) @Scale(6) double gamma,
      @ForAll @DoubleRange(min = 0.0001, max = 20) @Scale(6) double deltaT,
      @ForAll @DoubleRange(min = -50, max = 50) @Scale(6) double u,
      @ForAll @DoubleRange(min = 0, max = 1) @Scale(6) double start) {
    MemristiveDynamics dynamics =
        MemristiveDynamics.paper().withGamma(gamma).withDeltaT(deltaT).withSlope(5);
    assertStatesUpTo(1 + 1e-6, cell(dynamics, Integration.EXACT), u, start);
  }

  private static void assertStatesUpTo(double bound, MemristiveCell cell, double u, double start) {
    INDArray states = states(new FusedEngine(cell, false), DataType.FLOAT, u, start, 3);
    assertThat(states.minNumber().doubleValue()).isNotNegative();
    assertThat(states.maxNumber().doubleValue()).isLessThanOrEqualTo(bound);
  }

  @Property(tries = 20, seed = SEED)
  void beyondTheLemmaEulerLeavesTheCube(
      @ForAll @DoubleRange(min = 0.11, max = 0.3) @Scale(6) double deltaT) {
    MemristiveDynamics dynamics = MemristiveDynamics.paper().withDeltaT(deltaT);
    INDArray states =
        states(new FusedEngine(cell(dynamics, Integration.EULER), false), DataType.FLOAT, 50, 0, 1);
    assertThat(states.getDouble(0)).isGreaterThan(1);
  }
}
