package org.mf4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.papers.PaperTask;

class ModelSettingsTest {
  private static final PaperTask TASK = PaperTask.of("SyntheticControl").orElseThrow();

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HETERO_MF_ESN")
  void cellAndLearningMakeTheKind(ModelKind kind) {
    assertThat(TASK.settings(kind).kind()).isEqualTo(kind);
  }

  @Test
  void describesReservoirs() {
    assertThat(TASK.settings(ModelKind.MF_ESN).describe().toString())
        .isEqualTo(
            "{units=100, inputScaling=1.0, biasScaling=0.1,"
                + " spectralRadius=0.99, lambda=1.0, gamma=0.95, slope=5.0, deltaT=0.1}");
  }

  @Test
  void theHeterogeneousPresetIsItsOwnKindAndDescribesItself() {
    ModelSettings preset = MfEsn.heterogeneous(50);
    assertThat(preset.kind()).isEqualTo(ModelKind.HETERO_MF_ESN);
    assertThat(preset.withUnits(50).withEpochs(3)).isEqualTo(preset);
    assertThat(preset.describe())
        .containsEntry("units", 50)
        .containsEntry("lags", List.of(1, 2, 4, 8, 16, 32))
        .containsEntry("lambda", "LeaveOneOut")
        .containsEntry("deltaT", "log-uniform [0.003, 0.15]");
  }

  @Test
  void ofTableIIOnlyWhatDiffersIsDescribed() {
    MemristiveDynamics devices = MemristiveDynamics.paper().withKp0(1e-4, 2e-4).withKd0(0.4);
    assertThat(new MemristiveSettings(devices).describe())
        .hasToString("{gamma=1.0, slope=1.0, deltaT=0.1, kp0=[1.0E-4, 2.0E-4], kd0=0.4}");
  }

  @Test
  void describesTrainedModels() {
    assertThat(TASK.settings(ModelKind.RNN).withUnits(7).withEpochs(3).withPatience(2).describe())
        .hasToString(
            "{units=7, learningRate=0.001, batchSize=64, epochs=3, patience=2,"
                + " restoreBest=false, leakRate=1.0}");
  }

  @Test
  void reservoirsHaveNoEpochs() {
    ModelSettings reservoir = TASK.settings(ModelKind.ESN);
    assertThat(reservoir.withEpochs(3).withPatience(2)).isEqualTo(reservoir);
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
