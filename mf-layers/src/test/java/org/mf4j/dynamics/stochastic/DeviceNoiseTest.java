package org.mf4j.dynamics.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DeviceNoiseTest {
  @Test
  void noneIsZeroNoiseAndZeroJumps() {
    assertThat(DeviceNoise.none().sigma().toArray()).containsExactly(0);
    assertThat(DeviceNoise.none().hasJumps()).isFalse();
    assertThat(DeviceNoise.none().withJumpRate(0, 0.1).hasJumps()).isTrue();
  }

  @Test
  void messagesNameFieldValueAndRange() {
    assertThatThrownBy(() -> DeviceNoise.gaussian(-1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sigma = -1.0: must be 0 or above");
    assertThatThrownBy(() -> DeviceNoise.none().withJumpRate(1, Double.NaN))
        .hasMessage("jumpRate of neuron 1 (the first is 0) = NaN: must be 0 or above");
    assertThatThrownBy(() -> DeviceNoise.none().withSigma(1, 2).withJumpRate(1, 2, 3))
        .hasMessage("noise: sigma for 2 and jumpRate for 3 neurons");
    assertThatThrownBy(() -> DeviceNoise.none().withSigma(1, 2).requireNeurons(3))
        .hasMessageContaining("2 values per neuron in a layer of nOut = 3");
  }
}
