package org.mf4j.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.networks.RecurrentWeights;
import org.mf4j.random.SeededRandom;

class StabilityConditionsTest {
  private static final MemristiveDynamics PAPER = MemristiveDynamics.paper();

  /** One neuron that couples to itself. */
  private static Coupling coupling(double weight) {
    return Coupling.of(
        new RecurrentWeights(new double[1][1], new double[][] {{weight}}, new double[1][1]));
  }

  /**
   * V.3 for gamma .5, dt .001: mu = .5 - .00016, .01981 |w| below .50016; (A): .003207 |w|; at
   * gamma = 1, dt = .1 (B) alone, |w| below .728.
   */
  @ParameterizedTest
  @CsvSource({
    "0.5, 0.001, 25,   Theorem V.3",
    "0.5, 0.001, 26,   condition (A)",
    "1,   0.1,   0.72, condition (B)",
  })
  void theFirstConditionThatHoldsIsTheProof(
      double gamma, double deltaT, double weight, String proof) {
    StabilityConditions conditions =
        StabilityConditions.of(
            PAPER.withGamma(gamma).withDeltaT(deltaT), Integration.EULER, coupling(weight));
    assertThat(conditions.provedBy()).contains(proof);
    assertThat(conditions.verdict()).isEqualTo(Verdict.GLOBALLY_STABLE);
  }

  @Test
  void withoutProofTheNecessaryConditionDecides() {
    StabilityConditions plausible =
        StabilityConditions.of(PAPER, Integration.EULER, coupling(0.74));
    assertThat(plausible.verdict()).isEqualTo(Verdict.LOCALLY_PLAUSIBLE);
    assertThat(plausible.theoremV6()).isTrue();
    StabilityConditions unstable =
        StabilityConditions.of(PAPER.withDeltaT(0.2), Integration.EULER, coupling(0.01));
    assertThat(unstable.verdict()).isEqualTo(Verdict.UNSTABLE);
    assertThat(unstable.unitCube()).isFalse();
    StabilityConditions exact =
        StabilityConditions.of(PAPER.withDeltaT(0.2), Integration.EXACT, coupling(0.01));
    assertThat(exact.verdict()).isEqualTo(Verdict.GLOBALLY_STABLE);
    assertThat(exact.lemmaV1()).isFalse();
    assertThat(exact.theoremV3().invariantSet()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Integration.class)
  void theRemediesAreTheEdgesOfTheProof(Integration integration) {
    MemristiveDynamics dynamics = PAPER.withGamma(0.97).withDeltaT(0.08);
    // Weak enough for some deltaT, too strong for the exact step in the limit of large ones.
    Coupling coupling = coupling(3);
    Remedies remedies = Remedies.of(dynamics, integration, coupling);
    assertEdge(dynamics, integration, coupling, remedies);
    // Shared values for two neurons are searched neuron by neuron.
    MemristiveDynamics two = dynamics.withGamma(0.97, 0.97).withSlope(1, 1);
    Coupling diagonal =
        Coupling.of(
            new RecurrentWeights(
                new double[1][2], new double[][] {{3, 0}, {0, 3}}, new double[1][2]));
    Remedies same = Remedies.of(two, integration, diagonal);
    assertThat(same.couplingFactor()).isCloseTo(remedies.couplingFactor(), within(1e-9));
  }

  private static void assertEdge(
      MemristiveDynamics dynamics, Integration integration, Coupling coupling, Remedies remedies) {
    double factor = remedies.couplingFactor();
    assertThat(proved(dynamics, integration, coupling.times(factor * 0.999))).isTrue();
    assertThat(proved(dynamics, integration, coupling.times(factor * 1.001))).isFalse();
    double step = remedies.deltaTFactor().orElseThrow();
    assertThat(proved(scaled(dynamics, step), integration, coupling)).isTrue();
    assertThat(proved(scaled(dynamics, step * 1.001), integration, coupling)).isFalse();
    double gamma = remedies.largestGamma().orElseThrow();
    assertThat(proved(dynamics.withGamma(gamma), integration, coupling)).isTrue();
    assertThat(proved(dynamics.withGamma(gamma * 1.001), integration, coupling)).isFalse();
  }

  private static MemristiveDynamics scaled(MemristiveDynamics dynamics, double factor) {
    return dynamics.withDeltaT(dynamics.deltaT().map(deltaT -> deltaT * factor));
  }

  private static boolean proved(
      MemristiveDynamics dynamics, Integration integration, Coupling coupling) {
    return StabilityConditions.of(dynamics, integration, coupling).provedBy().isPresent();
  }

  @Test
  void whereNothingHelpsNothingIsSaid() {
    Remedies remedies = Remedies.of(PAPER, Integration.EULER, coupling(50));
    // At gamma = 1 (B) admits 0.728 for every deltaT.
    assertThat(remedies.deltaTFactor()).isEmpty();
    assertThat(remedies.unitCubeDeltaT()).isCloseTo(0.1013, within(5e-5));
    assertThat(remedies.necessaryDeltaT()).isCloseTo(2 / 10.224, within(1e-4));
    assertThat(remedies.couplingFactor()).isCloseTo(0.728 / 50, within(1e-5));
    assertThat(Remedies.of(PAPER.withDeltaT(0.2), Integration.EULER, coupling(1)).couplingFactor())
        .isZero();
  }

  /** The classical conditions; the contraction is tried on trajectories. */
  @Property(tries = 40, seed = "20250117", shrinking = ShrinkingMode.OFF)
  void aLeakyNetworkContractsWhereItsNormIsBelowOne(
      @ForAll @DoubleRange(min = 0.1, max = 1) double leakRate, @ForAll long seed) {
    RecurrentWeights weights = PlainNetwork.weights(1, 8, 0.4, seed);
    LeakyConditions conditions = LeakyConditions.of(leakRate, weights);
    if (conditions.verdict() != Verdict.GLOBALLY_STABLE) {
      assertThat(conditions.spectralNorm()).isGreaterThanOrEqualTo(1);
      return;
    }
    double rate = 1 - leakRate * (1 - conditions.spectralNorm());
    LeakyMap map = new LeakyMap(leakRate, weights);
    SeededRandom random = new SeededRandom(seed + 1);
    double[] first = PlainNetwork.uniform(8, -1, 1, random);
    double[] second = PlainNetwork.uniform(8, -1, 1, random);
    double before = Matrices.norm2(Matrices.difference(first, second));
    double[] input = {random.uniform(-2, 2)};
    double after =
        Matrices.norm2(Matrices.difference(map.next(first, input), map.next(second, input)));
    assertThat(after).isLessThanOrEqualTo(rate * before + 1e-15);
  }

  @Test
  void theSpectralRadiusAtZeroIsThatOfTheLeakyMatrix() {
    RecurrentWeights ring =
        new RecurrentWeights(new double[1][2], new double[][] {{0, -2}, {2, 0}}, new double[1][2]);
    // 0.7 + 0.3 (+-2i): modulus sqrt(.49 + .36).
    assertThat(LeakyConditions.of(0.3, ring).spectralRadius())
        .isCloseTo(Math.sqrt(0.85), within(1e-12));
    assertThat(LeakyConditions.of(0.3, ring).verdict()).isEqualTo(Verdict.LOCALLY_PLAUSIBLE);
    assertThat(LeakyConditions.of(1, ring).verdict()).isEqualTo(Verdict.UNSTABLE);
  }
}
