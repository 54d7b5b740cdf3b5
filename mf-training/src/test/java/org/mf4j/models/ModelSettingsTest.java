package org.mf4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.dynamics.Unscaled;
import org.mf4j.options.Distribution;
import org.mf4j.papers.PaperTask;

class ModelSettingsTest {
  private static final PaperTask TASK = PaperTask.of("SyntheticControl").orElseThrow();

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {
        "PLAIN_HETERO_MF_ESN",
        "HETERO_MF_ESN",
        "BI_MF_RNN",
        "HETERO_MF_RNN",
        "GATED_MF_RNN",
        "LSTM",
        "SUMMARY_LSTM"
      })
  void cellAndLearningMakeTheKind(ModelKind kind) {
    assertThat(TASK.settings(kind).kind()).isEqualTo(kind);
  }

  @Test
  void describesReservoirs() {
    assertThat(TASK.settings(ModelKind.MF_ESN).describe().toString())
        .isEqualTo(
            "{model=mf-esn, units=100, inputScaling=1.0, biasScaling=0.1,"
                + " spectralRadius=0.99, lambda=1.0, gamma=0.95, slope=5.0, deltaT=0.1}");
  }

  @Test
  void theHeterogeneousPresetIsItsOwnKindAndDescribesItself() {
    ModelSettings preset = MfEsn.plainHeterogeneous(50);
    assertThat(preset.kind()).isEqualTo(ModelKind.PLAIN_HETERO_MF_ESN);
    assertThat(preset.describe())
        .containsEntry("units", 50)
        .containsEntry("lags", List.of(1, 2, 4, 8, 16, 32))
        .containsEntry("input", "views(scaling=log-uniform(0.1,10.0),views=7)")
        .containsEntry("topology", "sparse(radius=0.5,fanIn=10)")
        .containsEntry(
            "summaries",
            List.of(
                "last", "mean", "standard-deviation", "maximum", "total-variation", "rising-steps"))
        .containsEntry("normalised", true)
        .containsEntry("lambda", "leave-one-out")
        .containsEntry("standardise", true)
        .containsEntry("gamma", "one-of(0.5,0.8,0.95,0.99,1.0)")
        .containsEntry("deltaT", "log-uniform(0.003,0.15)");
  }

  @Test
  void thePresetWithKernelsIsItsOwnKindAndDescribesItself() {
    ModelSettings preset = MfEsn.heterogeneous(50);
    assertThat(preset.kind()).isEqualTo(ModelKind.HETERO_MF_ESN);
    assertThat(preset.describe())
        .containsEntry("kernels", 0.75)
        .containsEntry("squashed", true)
        .containsEntry(
            "summaries",
            List.of(
                "last",
                "mean",
                "standard-deviation",
                "maximum",
                "total-variation",
                "rising-steps",
                "rises",
                "exceedance(0.02,0.98)",
                "competition(8)"))
        .containsEntry(
            "summariesOfNumbers",
            List.of(
                "last",
                "mean",
                "standard-deviation",
                "maximum",
                "total-variation",
                "rising-steps"));
    assertThat(ModelSettings.of(preset.describe())).isEqualTo(preset);
  }

  @Test
  void ofTableIIOnlyWhatDiffersIsDescribed() {
    ModelSettings other =
        ModelKind.MF_RNN
            .plain()
            .with(
                MemristiveSettings.setting(PhysicalConstant.KP0),
                new Distribution.Uniform(1e-4, 2e-4))
            .with(MemristiveSettings.INTEGRATION, Integration.EXACT)
            .with(MemristiveSettings.DRIVE, Unscaled.UNSCALED);
    assertThat(other.values().toString())
        .contains("gamma=1.0, slope=1.0, deltaT=0.1, kp0=uniform(1.0E-4,2.0E-4), drive=unscaled")
        .contains("integration=EXACT")
        .doesNotContain("kd0");
  }

  @Test
  void describesTrainedModels() {
    assertThat(
            TASK.settings(ModelKind.RNN)
                .withUnits(7)
                .with(TrainingSettings.EPOCHS, 3)
                .with(TrainingSettings.PATIENCE, 2)
                .values())
        .hasToString(
            "{units=7, leakRate=1.0, learningRate=0.001, batchSize=64, epochs=3, patience=2,"
                + " restoreBest=false}");
  }

  @Test
  void whatAModelHasNotGotIsRefused() {
    ModelSettings reservoir = TASK.settings(ModelKind.ESN);
    assertThatThrownBy(() -> reservoir.with(TrainingSettings.EPOCHS, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("epochs: esn has no such setting; it has units, lags,");
  }

  @Test
  void refusesValuesOutOfRange() {
    assertThatThrownBy(() -> TASK.settings(ModelKind.ESN).withUnits(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("units = 0: must be at least 1");
    assertThatThrownBy(() -> new LeakySettings(1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("leakRate = 1.5: must be in (0, 1]");
  }
}
