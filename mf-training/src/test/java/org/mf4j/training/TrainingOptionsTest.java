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

  /** 50 series are one batch, 300 are five, 100,000 are 1,563. */
  @Test
  void aSetOfFewBatchesGetsMoreEpochs() {
    TrainingOptions options = TrainingOptions.standard();
    assertThat(options.epochsFor(50)).isEqualTo(350);
    assertThat(options.epochsFor(300)).isEqualTo(70);
    assertThat(options.withUpdates(351).epochsFor(300)).isEqualTo(71);
    assertThat(options.epochsFor(100_000)).isEqualTo(70);
    assertThat(options.updatesPerEpoch(300)).isEqualTo(5);
    assertThat(options.updatesPerEpoch(64)).isEqualTo(1);
    assertThat(options.withEpochs(7).epochsFor(50)).isEqualTo(7);
  }

  @Test
  void refusesSharesThatAreNone() {
    assertThatThrownBy(() -> new EarlyStopping(1, true, 1))
        .hasMessage("validationShare = 1.0: must be in [0, 1.0)");
    assertThatThrownBy(() -> new Regularisation(-1, 0, 0, 0, 0))
        .hasMessage("clipNorm = -1.0: must be finite and 0 or above");
    assertThatThrownBy(() -> Regularisation.NONE.withLabelSmoothing(1))
        .hasMessage("labelSmoothing = 1.0: must be in [0, 1.0)");
    assertThatThrownBy(() -> new Schedule.Cosine(-.1))
        .hasMessage("warmUp = -0.1: must be in [0, 1.0)");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 1, learningRate = 0.0: must be finite and above 0",
    "Infinity, 1, 1, 1, learningRate = Infinity: must be finite and above 0",
    "1, 0, 1, 1, batchSize = 0: must be at least 1",
    "1, 1, 0, 1, epochs = 0: must be at least 1",
    "1, 1, 1, -2, patience = -2: must be 0 or above",
  })
  void refusesValuesOutOfRange(
      double learningRate, int batchSize, int epochs, int patience, String message) {
    assertThatThrownBy(() -> new TrainingOptions(learningRate, batchSize, epochs, patience))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
