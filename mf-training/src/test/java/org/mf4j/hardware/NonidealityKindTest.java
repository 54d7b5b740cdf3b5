package org.mf4j.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NonidealityKindTest {
  @Test
  void aStrengthIsThatOfTheRecord() {
    assertThat(NonidealityKind.named("levels").of(4)).isEqualTo(new Levels(4));
    assertThat(NonidealityKind.named("programmingNoise").of(0.1))
        .isEqualTo(new ProgrammingNoise(0.1, 0, 0));
    assertThat(NonidealityKind.named("stuckOn").of(0.1)).isEqualTo(new StuckDevices(0.1, 0));
    assertThat(NonidealityKind.named("stuckOff").of(0.1)).isEqualTo(new StuckDevices(0, 0.1));
    assertThat(NonidealityKind.named("rateSpread").of(0.1)).isEqualTo(new Spread(0.1, 0));
    assertThat(NonidealityKind.named("exponentSpread").of(0.1)).isEqualTo(new Spread(0, 0.1));
    assertThat(NonidealityKind.named("stepNoise").of(0.1)).isEqualTo(new StepNoise(0.1, 0));
    assertThat(NonidealityKind.named("jumps").of(0.1)).isEqualTo(new StepNoise(0, 0.1));
  }

  @Test
  void whatDoesNotExistIsAnsweredByWhatDoes() {
    assertThatThrownBy(() -> NonidealityKind.named("programingNoise"))
        .hasMessageContaining("programmingNoise");
    assertThatThrownBy(() -> NonidealityKind.LEVELS.of(2.5))
        .hasMessage("levels = 2.5: must be a whole number");
  }
}
