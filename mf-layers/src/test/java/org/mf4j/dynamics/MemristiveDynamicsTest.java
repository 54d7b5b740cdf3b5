package org.mf4j.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MemristiveDynamicsTest {
  private static final MemristiveDynamics PAPER = MemristiveDynamics.paper();

  @Test
  void thePresetIsTableII() {
    assertThat(PAPER.kp0().toArray()).containsExactly(0.0001);
    assertThat(PAPER.kd0().toArray()).containsExactly(0.5);
    assertThat(PAPER.etaP().toArray()).containsExactly(10);
    assertThat(PAPER.etaD().toArray()).containsExactly(1);
    assertThat(PAPER.drive()).isEqualTo(new Rescale(0.35, 1.15));
    assertThat(PAPER.gamma().toArray()).containsExactly(1);
    assertThat(PAPER.deltaT().toArray()).containsExactly(0.1);
    assertThat(PAPER.slope().toArray()).containsExactly(1);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake(
            d -> d.withGamma(0),
            "gamma = 0.0: must be in (0, 1], as Lemma V.1 and Theorem V.6 assume"),
        mistake(
            d -> d.withGamma(0.5, 1.01),
            "gamma of neuron 1 (the first is 0) = 1.01: must be in (0, 1], as Lemma V.1 and Theorem V.6 assume"),
        mistake(d -> d.withDeltaT(0), "deltaT = 0.0: must be positive"),
        mistake(d -> d.withDeltaT(Double.NaN), "deltaT = NaN: must be positive"),
        mistake(d -> d.withDeltaT(), "deltaT: give one value, or one per neuron"),
        mistake(d -> d.withSlope(-1), "slope = -1.0: must be positive"),
        mistake(d -> d.withKp0(0), "kp0 = 0.0: must be positive"),
        mistake(d -> d.withKd0(-0.5), "kd0 = -0.5: must be positive"),
        mistake(d -> d.withEtaP(Double.POSITIVE_INFINITY), "etaP = Infinity: must be positive"),
        mistake(d -> d.withEtaD(0), "etaD = 0.0: must be positive"),
        mistake(
            d -> d.withKp0(1e-4, 0), "kp0 of neuron 1 (the first is 0) = 0.0: must be positive"),
        mistake(
            d -> d.withKd0(Double.NaN, 1),
            "kd0 of neuron 0 (the first is 0) = NaN: must be positive"),
        mistake(
            d -> d.withEtaP(1, 2, -1),
            "etaP of neuron 2 (the first is 0) = -1.0: must be positive"),
        mistake(d -> d.withEtaD(), "etaD: give one value, or one per neuron"),
        mistake(
            d -> d.withEtaP(8, 9).withEtaD(1, 2, 3), "dynamics: constants for 2 and for 3 neurons"),
        mistake(
            d -> d.withKd0(0.5, 0.6).requireNeurons(3),
            "dynamics: 2 values per neuron in a layer of nOut = 3; give one value, or one per"
                + " neuron"),
        mistake(
            d -> d.withRescale(1, 1),
            "rescale = [1.0, 1.0]: lower must be below upper, both finite"),
        mistake(
            d -> d.withGamma(0.5, 0.6).withDeltaT(0.1, 0.2, 0.3),
            "dynamics: constants for 2 and for 3 neurons"),
        mistake(
            d -> d.withGamma(0.5, 0.6).requireNeurons(3),
            "dynamics: 2 values per neuron in a layer of nOut = 3; give one value, or one per"
                + " neuron"));
  }

  @Test
  void everyConstantIsNeededUnderItsOwnName() {
    Map<PhysicalConstant, NeuronValues> constants = new EnumMap<>(PAPER.constants());
    constants.put(PhysicalConstant.GAMMA, PhysicalConstant.ETA_P.values(10));
    assertThatThrownBy(() -> new MemristiveDynamics(constants, PAPER.drive()))
        .hasMessageStartingWith("gamma = 10.0: must be in (0, 1]");
    constants.remove(PhysicalConstant.GAMMA);
    assertThatThrownBy(() -> new MemristiveDynamics(constants, PAPER.drive()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dynamics: no value for gamma");
  }

  private static Arguments mistake(UnaryOperator<MemristiveDynamics> change, String message) {
    return arguments(change, message);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("mistakes")
  void badValuesAreNamed(UnaryOperator<MemristiveDynamics> change, String message) {
    assertThatThrownBy(() -> change.apply(PAPER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void copiesAreIndependentOfTheCallersArrays() {
    double[] values = {0.5, 0.6};
    MemristiveDynamics dynamics = PAPER.withGamma(values);
    values[0] = 7;
    dynamics.gamma().toArray()[1] = 7;
    assertThat(dynamics.gamma().toArray()).containsExactly(0.5, 0.6);
    assertThat(dynamics).isEqualTo(PAPER.withGamma(0.5, 0.6)).isNotEqualTo(PAPER);
    assertThat(dynamics).hasSameHashCodeAs(PAPER.withGamma(0.5, 0.6));
  }

  @Test
  void everyNeuronHasItsOwnRates() {
    MemristiveDynamics dynamics = PAPER.withKp0(1e-4, 2e-4).withKd0(0.4, 0.5).withEtaD(1, 3);
    DeviceRates rates = dynamics.rates(1);
    assertThat(dynamics.distinctNeurons()).isEqualTo(2);
    assertThat(rates.potentiation(0.5)).isCloseTo(2e-4 * Math.exp(5), within(1e-15));
    assertThat(rates.depression(0.5)).isCloseTo(0.5 * Math.exp(-1.5), within(1e-15));
    assertThat(rates.total(0.5))
        .isCloseTo(2e-4 * Math.exp(5) + 0.5 * Math.exp(-1.5), within(1e-15));
    assertThat(rates.totalSlope(0.5))
        .isCloseTo((rates.total(0.5 + 1e-6) - rates.total(0.5 - 1e-6)) / 2e-6, within(1e-8));
  }

  @Test
  void survivesJavaSerialisation() throws IOException, ClassNotFoundException {
    MemristiveDynamics dynamics = PAPER.withGamma(0.5, 0.6).withEtaP(8, 9).withoutRescale();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(dynamics);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(dynamics);
    }
  }

  @ParameterizedTest
  @EnumSource(PhysicalConstant.class)
  void freeNumbersMapIntoTheRangeAndBack(PhysicalConstant constant) {
    double value = constant == PhysicalConstant.GAMMA ? 0.8 : 2.5;
    assertThat(constant.fromFree(constant.toFree(value))).isCloseTo(value, within(1e-14));
    for (double free : new double[] {-1e9, -100, -3, 0, 3, 100, 1e9}) {
      MemristiveDynamics changed = PAPER.with(constant, constant.fromFree(free));
      assertThat(changed.get(constant).toArray()).containsExactly(constant.fromFree(free));
    }
    double slope = (constant.fromFree(0.3 + 1e-6) - constant.fromFree(0.3 - 1e-6)) / 2e-6;
    assertThat(constant.derivative(constant.fromFree(0.3))).isCloseTo(slope, within(1e-8));
  }

  @Test
  void aTrainedGammaStartsWhereItCanMove() {
    double start = PhysicalConstant.GAMMA.fromFree(PhysicalConstant.GAMMA.toFree(1));
    assertThat(start).isCloseTo(PhysicalConstant.MAX_TRAINED_GAMMA, within(1e-12));
  }
}
