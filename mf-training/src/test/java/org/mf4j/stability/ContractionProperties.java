package org.mf4j.stability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.networks.RecurrentWeights;
import org.mf4j.random.SeededRandom;

/**
 * Where a sufficient condition holds, states approach each other at its rate or faster, in its
 * norm, under any input. Trajectories come from the equations, not from the code under test.
 */
class ContractionProperties {
  private static final String SEED = "20250117";
  private static final int STEPS = 40;

  /** A network at a share of the coupling that the condition admits. */
  private record Case(PlainNetwork network, ContractionBound bound) {}

  private interface Condition {
    ContractionBound of(MemristiveDynamics dynamics, Integration integration, Coupling coupling);
  }

  @Property(tries = 60, seed = SEED, shrinking = ShrinkingMode.OFF)
  void conditionA(
      @ForAll @IntRange(min = 1, max = 20) int units,
      @ForAll Integration integration,
      @ForAll boolean shared,
      @ForAll @DoubleRange(min = 0.1, max = 0.99) double share,
      @ForAll long seed) {
    Case one = admitted(ConditionA::of, units, integration, shared, share, seed);
    assertContracts(one, 0, Matrices::norm2, seed);
  }

  @Property(tries = 60, seed = SEED, shrinking = ShrinkingMode.OFF)
  void conditionB(
      @ForAll @IntRange(min = 1, max = 20) int units,
      @ForAll Integration integration,
      @ForAll boolean shared,
      @ForAll @DoubleRange(min = 0.1, max = 0.99) double share,
      @ForAll long seed) {
    Case one = admitted(ConditionB::of, units, integration, shared, share, seed);
    assertContracts(one, 0, Matrices::normInf, seed);
  }

  @Property(tries = 60, seed = SEED, shrinking = ShrinkingMode.OFF)
  void theoremV3(
      @ForAll @IntRange(min = 1, max = 20) int units,
      @ForAll @DoubleRange(min = 0.1, max = 0.99) double share,
      @ForAll @DoubleRange(min = 0.05, max = 1) double slope,
      @ForAll long seed) {
    MemristiveDynamics dynamics =
        MemristiveDynamics.paper().withGamma(0.7).withDeltaT(0.014).withSlope(slope);
    Case one =
        scaled((d, i, c) -> TheoremV3.of(d, c), dynamics, Integration.EULER, units, share, seed);
    assertContracts(one, -1, Matrices::norm2, seed);
  }

  private static Case admitted(
      Condition condition,
      int units,
      Integration integration,
      boolean shared,
      double share,
      long seed) {
    SeededRandom random = new SeededRandom(seed);
    MemristiveDynamics dynamics =
        shared
            ? MemristiveDynamics.paper()
                .withGamma(random.uniform(0.5, 1))
                .withDeltaT(random.uniform(0.001, 0.1))
            : PlainNetwork.heterogeneous(units, 0.5, 0.1, random);
    return scaled(condition, dynamics, integration, units, share, seed);
  }

  /** The rate is affine in the factor of W_h or convex; halve until it is admitted. */
  private static Case scaled(
      Condition condition,
      MemristiveDynamics dynamics,
      Integration integration,
      int units,
      double share,
      long seed) {
    double factor = 8;
    while (true) {
      RecurrentWeights weights = PlainNetwork.weights(1, units, factor * share, seed);
      ContractionBound bound = condition.of(dynamics, integration, Coupling.of(weights));
      if (bound.holds()) {
        return new Case(new PlainNetwork(dynamics, integration, weights), bound);
      }
      factor /= 1.5;
      Assume.that(factor > 1e-6);
    }
  }

  private static void assertContracts(
      Case one, double lowest, ToDoubleFunction<double[]> norm, long seed) {
    SeededRandom random = new SeededRandom(seed + 1);
    PlainNetwork network = one.network();
    int units = network.weights().recurrent().length;
    double[] first = PlainNetwork.uniform(units, lowest, 1, random);
    double[] second = PlainNetwork.uniform(units, lowest, 1, random);
    for (int t = 0; t < STEPS; t++) {
      double[] input = {random.uniform(-5, 5)};
      double before = norm.applyAsDouble(Matrices.difference(first, second));
      first = network.next(first, input);
      second = network.next(second, input);
      double after = norm.applyAsDouble(Matrices.difference(first, second));
      assertThat(after).isLessThanOrEqualTo(one.bound().rate() * before + 1e-15);
      assertThat(Arrays.stream(first).boxed()).allMatch(h -> h >= lowest && h <= 1);
    }
  }

  /** The cube of a whole network: every unit of its boundary is tried. */
  @Property(tries = 100, seed = SEED, shrinking = ShrinkingMode.OFF)
  void whereTheCubeLemmaHoldsStatesStay(
      @ForAll @IntRange(min = 1, max = 10) int units,
      @ForAll Integration integration,
      @ForAll @DoubleRange(min = 0.1, max = 20) double strength,
      @ForAll long seed) {
    SeededRandom random = new SeededRandom(seed);
    double largest = integration == Integration.EULER ? 0.1013 : 3;
    MemristiveDynamics dynamics = PlainNetwork.heterogeneous(units, 0.05, largest, random);
    Assume.that(UnitCube.isInvariant(dynamics, integration));
    PlainNetwork network =
        new PlainNetwork(dynamics, integration, PlainNetwork.weights(1, units, strength, seed));
    double[] state = PlainNetwork.uniform(units, 0, 1, random);
    for (int i = 0; i < units; i++) {
      state[i] = random.nextInt(3) == 0 ? Math.rint(state[i]) : state[i];
    }
    for (int t = 0; t < STEPS; t++) {
      state = network.next(state, new double[] {random.uniform(-20, 20)});
      assertThat(Arrays.stream(state).boxed()).allMatch(h -> h >= 0 && h <= 1 + 1e-15);
    }
  }

  /** Just outside either condition of the lemma some input leads out of the cube. */
  @Test
  void justOutsideTheLemmaStatesLeaveTheCube() {
    MemristiveDynamics above = MemristiveDynamics.paper().withDeltaT(0.10131);
    assertThat(UnitCube.isInvariant(above, Integration.EULER)).isFalse();
    assertThat(step(above, 0, 60)).isGreaterThan(1);
    MemristiveDynamics below = MemristiveDynamics.paper().withGamma(0.035).withDeltaT(0.1);
    assertThat(UnitCube.isInvariant(below, Integration.EULER)).isFalse();
    assertThat(step(below, 1, -60)).isNegative();
  }

  private static double step(MemristiveDynamics dynamics, double state, double u) {
    RecurrentWeights weights =
        new RecurrentWeights(new double[][] {{1}}, new double[][] {{0}}, new double[][] {{0}});
    return new PlainNetwork(dynamics, Integration.EULER, weights)
        .next(new double[] {state}, new double[] {u})[0];
  }
}
