package org.mf4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.NeuronValues;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.dynamics.stochastic.DeviceNoise;
import org.mf4j.layers.GatedMemristiveRnn;
import org.mf4j.layers.MemristiveRnn;
import org.mf4j.options.Distribution;
import org.mf4j.options.Distribution.Choice;
import org.mf4j.options.Distribution.LogUniform;
import org.mf4j.options.Distribution.Normal;
import org.mf4j.options.Distribution.Uniform;
import org.mf4j.random.SeededRandom;

class MemristiveSettingsTest {
  private static final Distribution STEP = new LogUniform(0.01, 0.1);
  private static final Distribution GAMMA = new Choice(0.5, 0.9);
  private static final Distribution SLOPE = new Uniform(1, 5);
  private static final MemristiveSettings TABLE_II =
      MemristiveSettings.paper()
          .with(PhysicalConstant.DELTA_T, STEP)
          .with(PhysicalConstant.GAMMA, GAMMA)
          .with(PhysicalConstant.SLOPE, SLOPE);
  private static final MemristiveSettings ALL_DIFFER =
      TABLE_II
          .with(PhysicalConstant.KP0, new LogUniform(5e-5, 2e-4))
          .with(PhysicalConstant.KD0, new Uniform(0.3, 0.7))
          .with(PhysicalConstant.ETA_P, new Uniform(8, 11))
          .with(PhysicalConstant.ETA_D, new Choice(0.5, 1.0, 2.0));

  private static MemristiveDynamics drawn(MemristiveSettings cell) {
    return cell.draw(10, new SeededRandom(5));
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
    for (MemristiveSettings cell : new MemristiveSettings[] {TABLE_II, ALL_DIFFER}) {
      SeededRandom random = new SeededRandom(5);
      SeededRandom expected = new SeededRandom(5);
      MemristiveDynamics drawn = cell.draw(10, random);
      assertThat(drawn.deltaT().toArray()).isEqualTo(STEP.draw(10, expected.split()));
      assertThat(drawn.gamma().toArray()).isEqualTo(GAMMA.draw(10, expected.split()));
      assertThat(drawn.slope().toArray()).isEqualTo(SLOPE.draw(10, expected.split()));
      assertThat(random.nextLong()).isEqualTo(expected.nextLong());
    }
  }

  /** The weights of the papers' reservoirs are the first that a seed gives. */
  @Test
  void equalNeuronsTakeNothingFromTheGenerator() {
    SeededRandom random = new SeededRandom(5);
    assertThat(new MemristiveSettings(0.8, 5, 0.01).draw(10, random))
        .isEqualTo(MemristiveDynamics.paper().withGamma(0.8).withSlope(5).withDeltaT(0.01));
    assertThat(random.nextLong()).isEqualTo(new SeededRandom(5).nextLong());
  }

  @Test
  void aNetworkWithNoiseDrawsItsSeedAfterTheConstants() {
    MemristiveSettings noisy = TABLE_II.with(DeviceNoise.gaussian(0.1, 77));
    SeededRandom random = new SeededRandom(5);
    SeededRandom expected = new SeededRandom(5);
    MemristiveRnn layer = (MemristiveRnn) noisy.layer(1, 10, random);
    assertThat(layer.getDynamics()).isEqualTo(TABLE_II.draw(10, expected));
    assertThat(layer.getNoise()).isEqualTo(DeviceNoise.gaussian(0.1, expected.nextLong()));
    assertThat(random.nextLong()).isEqualTo(expected.nextLong());
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
    for (PhysicalConstant constant : PhysicalConstant.values()) {
      assertThat(drawn(ALL_DIFFER.with(constant, 0.7))).isEqualTo(first.with(constant, 0.7));
    }
  }

  @Test
  void learnedConstantsAreThoseOfTheLayerAndOfNoReservoir() {
    MemristiveSettings learned =
        TABLE_II.withTrainable(
            List.of(PhysicalConstant.DELTA_T, PhysicalConstant.GAMMA, PhysicalConstant.DELTA_T));
    assertThat(learned.trainable())
        .containsExactly(PhysicalConstant.GAMMA, PhysicalConstant.DELTA_T);
    assertThat(((MemristiveRnn) learned.layer(1, 4, new SeededRandom(1))).getTrainable())
        .containsExactly(PhysicalConstant.GAMMA, PhysicalConstant.DELTA_T);
    assertThat(drawn(learned)).isEqualTo(drawn(TABLE_II));
    assertThat(learned.kind(true)).isEqualTo(ModelKind.MF_RNN);
    assertThatThrownBy(() -> learned.kind(false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("trainable: constants are learned with the weights; a reservoir learns none");
    assertThat(MemristiveSettings.TRAINABLE.isIn(MfEsn.heterogeneous(3))).isFalse();
    assertThatThrownBy(() -> MemristiveSettings.TRAINABLE.read("gamma,deltat,eta"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("trainable = gamma,deltat,eta: unknown; did you mean eta");
  }

  /** Every other field is left as it is by changes of one. */
  @Test
  void changesKeepWhatIsLearned() {
    MemristiveSettings learned =
        MemristiveSettings.paper().withTrainable(List.of(PhysicalConstant.SLOPE));
    assertThat(
            learned
                .with(PhysicalConstant.GAMMA, 0.5)
                .withDrive(learned.drive())
                .withIntegration(Integration.EXACT)
                .withGates(1)
                .with(DeviceNoise.none())
                .trainable())
        .containsExactly(PhysicalConstant.SLOPE);
  }

  @Test
  void gatesMakeATrainedKindOfTheirOwn() {
    MemristiveSettings gated = MemristiveSettings.paper().withGates(0.5);
    assertThat(gated.kind(true)).isEqualTo(ModelKind.GATED_MF_RNN);
    assertThatThrownBy(() -> gated.kind(false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("gateBias: gates are trained; a reservoir has none, take gated-mf-rnn");
    assertThatThrownBy(() -> gated.withGates(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gateBias = NaN");
    assertThat(gated.layer(2, 3, new SeededRandom(1)))
        .isInstanceOfSatisfying(
            GatedMemristiveRnn.class, layer -> assertThat(layer.getGateBias()).isEqualTo(0.5));
  }

  @Test
  void theKindFollowsFromTheValues() {
    assertThat(MemristiveSettings.paper().kind(false)).isEqualTo(ModelKind.MF_ESN);
    assertThat(TABLE_II.kind(false)).isEqualTo(ModelKind.PLAIN_HETERO_MF_ESN);
    assertThat(TABLE_II.kind(true)).isEqualTo(ModelKind.MF_RNN);
    assertThat(
            MemristiveSettings.paper()
                .with(PhysicalConstant.KD0, new LogUniform(0.1, 1))
                .kind(false))
        .isEqualTo(ModelKind.PLAIN_HETERO_MF_ESN);
  }

  @Test
  void refusesWhatIsOutOfRangeByName() {
    assertRefused(
        () -> TABLE_II.with(PhysicalConstant.GAMMA, 1.5),
        "gamma = 1.5: must be in (0, 1], as Lemma V.1 and Theorem V.6 assume");
    assertRefused(
        () -> TABLE_II.with(PhysicalConstant.KP0, new Choice(-1.0, 1.0)),
        "kp0 = -1.0: must be positive");
    assertRefused(
        () -> drawn(TABLE_II.with(PhysicalConstant.GAMMA, new Normal(5, 1e-9))),
        "gamma of neuron 0 (the first is 0) = ");
  }

  private static void assertRefused(Runnable action, String message) {
    assertThatThrownBy(action::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }
}
