package org.mf4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingOptionsTest {
  @Test
  void paperIsTheProtocolOfThePapers() {
    assertThat(TrainingOptions.paper(0.001)).isEqualTo(new TrainingOptions(0.001, 64, 5000, 10));
  }

  @Test
  void withChangesOneField() {
    assertThat(TrainingOptions.paper(0.01).withEpochs(7).withPatience(3))
        .isEqualTo(new TrainingOptions(0.01, 64, 7, 3));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 1, learningRate = 0.0: must be finite and above 0",
    "Infinity, 1, 1, 1, learningRate = Infinity: must be finite and above 0",
    "1, 0, 1, 1, batchSize = 0: must be at least 1",
    "1, 1, 0, 1, epochs = 0: must be at least 1",
    "1, 1, 1, -2, patience = -2: must be at least 1",
  })
  void refusesValuesOutOfRange(
      double learningRate, int batchSize, int epochs, int patience, String message) {
    assertThatThrownBy(() -> new TrainingOptions(learningRate, batchSize, epochs, patience))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
