package org.mf4j.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.papers.PaperTask;

class ModelResultTest {
  private static final ModelSettings SETTINGS = PaperTask.defaultFor(true).settings(ModelKind.ESN);

  @Test
  void meanAndSampleDeviation() {
    ModelResult result =
        new ModelResult(
            SETTINGS,
            List.of(
                new Trial(1, 0.8, 1, 0.5), new Trial(2, 0.9, 2, 0.5), new Trial(3, 1.0, 6, 0.2)));
    assertThat(result.kind()).isEqualTo(ModelKind.ESN);
    assertThat(result.scores()).containsExactly(0.8, 0.9, 1.0);
    assertThat(result.mean()).isCloseTo(0.9, within(1e-12));
    assertThat(result.std()).isCloseTo(0.1, within(1e-12));
    assertThat(result.fitSeconds()).isCloseTo(3, within(1e-12));
    assertThat(result.predictSeconds()).isCloseTo(0.4, within(1e-12));
  }

  @Test
  void oneTrialHasNoDeviation() {
    assertThat(new ModelResult(SETTINGS, List.of(new Trial(1, 0.8, 1, 1))).std()).isZero();
  }

  @Test
  void needsATrial() {
    assertThatThrownBy(() -> new ModelResult(SETTINGS, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one trial");
  }
}
