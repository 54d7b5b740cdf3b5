package org.mf4j.reservoir.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.NeuronValues;
import org.mf4j.models.HeterogeneousSettings;
import org.mf4j.random.SeededRandom;
import org.mf4j.reservoir.devices.Distribution.Choice;
import org.mf4j.reservoir.devices.Distribution.Constant;
import org.mf4j.reservoir.devices.Distribution.LogUniform;
import org.mf4j.reservoir.devices.Distribution.Uniform;

class HeterogeneousDevicesTest {
  private static final Distribution STEP = new LogUniform(0.01, 0.1);
  private static final Distribution GAMMA = new Choice(0.5, 0.9);
  private static final Distribution SLOPE = new Uniform(1, 5);
  private static final HeterogeneousDevices TABLE_II = new HeterogeneousDevices(STEP, GAMMA, SLOPE);
  private static final HeterogeneousDevices ALL_DIFFER =
      TABLE_II
          .withRates(new LogUniform(5e-5, 2e-4), new Uniform(0.3, 0.7))
          .withExponents(new Uniform(8, 11), new Choice(0.5, 1.0, 2.0));

  private static MemristiveDynamics drawn(HeterogeneousDevices devices) {
    return devices.draw(10, new SeededRandom(5));
  }

  @Test
  void thePhysicalConstantsAreThoseOfTableIIUnlessGiven() {
    MemristiveDynamics drawn = drawn(TABLE_II);
    assertThat(drawn.withDeltaT(0.1).withGamma(1).withSlope(1))
        .isEqualTo(MemristiveDynamics.paper());
    assertThat(drawn.deltaT().size()).isEqualTo(10);
  }

  /** A seed has always given these numbers, and the weights come from what follows. */
  @Test
  void stepStabiliserAndSlopeAreTheFirstThreeSplits() {
    for (HeterogeneousDevices devices : new HeterogeneousDevices[] {TABLE_II, ALL_DIFFER}) {
      SeededRandom random = new SeededRandom(5);
      SeededRandom expected = new SeededRandom(5);
      MemristiveDynamics drawn = devices.draw(10, random);
      assertThat(drawn.deltaT().toArray()).isEqualTo(STEP.draw(10, expected.split()));
      assertThat(drawn.gamma().toArray()).isEqualTo(GAMMA.draw(10, expected.split()));
      assertThat(drawn.slope().toArray()).isEqualTo(SLOPE.draw(10, expected.split()));
      assertThat(random.nextLong()).isEqualTo(expected.nextLong());
    }
  }

  @Test
  void everyPhysicalConstantFollowsItsDistribution() {
    MemristiveDynamics drawn = drawn(ALL_DIFFER);
    assertDistinct(drawn.kp0(), 5e-5, 2e-4);
    assertDistinct(drawn.kd0(), 0.3, 0.7);
    assertDistinct(drawn.etaP(), 8, 11);
    assertThat(drawn.etaD().toArray()).hasSize(10).containsOnly(0.5, 1, 2);
  }

  private static void assertDistinct(NeuronValues values, double lower, double upper) {
    assertThat(values.toArray()).hasSize(10).doesNotHaveDuplicates();
    assertThat(Arrays.stream(values.toArray())).allMatch(v -> v >= lower && v < upper);
  }

  @Test
  void anotherDistributionOfOneConstantChangesNoOther() {
    MemristiveDynamics first = drawn(ALL_DIFFER);
    assertThat(drawn(ALL_DIFFER.withRates(new Constant(1e-3), ALL_DIFFER.kd0())))
        .isEqualTo(first.withKp0(1e-3));
    assertThat(drawn(ALL_DIFFER.withExponents(new Constant(7), ALL_DIFFER.etaD())))
        .isEqualTo(first.withEtaP(7));
    MemristiveDynamics otherStep =
        drawn(
            new HeterogeneousDevices(new Constant(0.1), GAMMA, SLOPE)
                .withRates(ALL_DIFFER.kp0(), ALL_DIFFER.kd0())
                .withExponents(ALL_DIFFER.etaP(), ALL_DIFFER.etaD()));
    assertThat(otherStep).isEqualTo(first.withDeltaT(otherStep.deltaT().toArray()));
  }

  @Test
  void namesWhatDiffersFromTableII() {
    assertThat(new HeterogeneousSettings(TABLE_II).describe())
        .containsOnlyKeys("gamma", "slope", "deltaT");
    assertThat(new HeterogeneousSettings(ALL_DIFFER).describe())
        .containsEntry("kd0", "uniform [0.3, 0.7]")
        .containsKeys("kp0", "etaP", "etaD")
        .doesNotContainKey("drive");
  }

  @Test
  void refusesWhatIsOutOfRangeByNameAndNeuron() {
    assertRefused(
        new HeterogeneousDevices(STEP, new Constant(1.5), SLOPE),
        "gamma of neuron 0 (the first is 0) = 1.5: must be in (0, 1], as Lemma V.1 and Theorem V.6"
            + " assume");
    assertRefused(
        TABLE_II.withRates(new Choice(-1.0), new Constant(1)),
        "kp0 of neuron 0 (the first is 0) = -1.0: must be positive");
    assertRefused(
        TABLE_II.withExponents(new Constant(1), new Constant(0)), "etaD = 0.0: must be positive");
  }

  private static void assertRefused(HeterogeneousDevices devices, String message) {
    assertThatThrownBy(() -> drawn(devices))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
