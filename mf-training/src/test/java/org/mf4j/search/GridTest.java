package org.mf4j.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.models.LeakySettings;
import org.mf4j.models.MemristiveSettings;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.Setting;
import org.mf4j.models.Settings;
import org.mf4j.models.ToySettings;
import org.mf4j.models.TrainingSettings;
import org.mf4j.papers.AplGrids;
import org.mf4j.papers.NanowireAssemblies;

class GridTest {
  @Test
  void theLastDimensionVariesFastest() {
    List<String> expected = new ArrayList<>();
    for (double omega : new double[] {.1, 1}) {
      for (double lambda : new double[] {.01, 1}) {
        for (double gamma : new double[] {.8, 1}) {
          expected.add("inputScaling=" + omega + " lambda=" + lambda + " gamma=" + gamma);
        }
      }
    }
    assertThat(SmallSearch.grid().all()).extracting(Configuration::id).isEqualTo(expected);
    assertThat(SmallSearch.grid().size()).isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource({"ESN, 240, 5", "MF_ESN, 1152, 5", "RNN, 2, 1", "MF_RNN, 48, 1"})
  void thePapersGridsHaveTheirSizes(ModelKind kind, int size, int draws) {
    List<Configuration> all = AplGrids.of(kind).all();
    assertThat(all).hasSize(size).extracting(Configuration::id).doesNotHaveDuplicates();
    assertThat(all).extracting(Configuration::settings).doesNotHaveDuplicates();
    assertThat(AplGrids.draws(kind)).isEqualTo(draws);
  }

  /** Every setting that a model has changes its description, every other is refused by name. */
  @ParameterizedTest
  @EnumSource(ModelKind.class)
  void aSettingChangesTheModelOrIsRefused(ModelKind kind) {
    ModelSettings base = ToySettings.of(kind);
    Set<String> changing = new HashSet<>();
    for (Setting<?> one : Settings.all()) {
      try {
        ModelSettings changed = one.setText(base, text(one, base));
        assertThat(changed.describe()).as(one.id()).isNotEqualTo(base.describe());
        assertThat(changed.kind()).isEqualTo(kindWith(one, kind));
        assertThat(one.setText(changed, text(one, base))).isEqualTo(changed);
        changing.add(one.id());
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageStartingWith(one.id() + ": " + kind.id() + " has no such setting");
      }
    }
    assertThat(changing).isEqualTo(expected(kind));
  }

  /** Unlike any of the toy settings. */
  private static String text(Setting<?> one, ModelSettings base) {
    return switch (one.id()) {
      case "units",
          "batchSize",
          "epochs",
          "patience",
          "updates",
          "readoutRate",
          "washout",
          "lags" ->
          "7";
      case "schedule" -> "cosine(0.37)";
      case "restoreBest", "readInput", "balanced", "calibrated", "ridgeStart" -> "true";
      case "trainable" -> "deltaT";
      case "normalised", "standardise" ->
          base.kind() == ModelKind.ESN || base.kind() == ModelKind.MF_ESN ? "true" : "false";
      case "squashed" -> base.kind() == ModelKind.HETERO_MF_ESN ? "false" : "true";
      case "topology" -> "ring(0.37)";
      case "input" -> "sign(0.37)";
      case "summaries", "summariesOfNumbers" -> "state-at(2)";
      case "drive" -> "unscaled";
      case "integration" -> base.kind() == ModelKind.HETERO_MF_RNN ? "euler" : "exact";
      default -> "0.37";
    };
  }

  /** Kernels make the one heterogeneous model of the other. */
  private static ModelKind kindWith(Setting<?> changed, ModelKind kind) {
    return kind == ModelKind.PLAIN_HETERO_MF_ESN && changed.id().equals("kernels")
        ? ModelKind.HETERO_MF_ESN
        : kind;
  }

  private static Set<String> expected(ModelKind kind) {
    Set<String> all = new HashSet<>(Set.of("units"));
    if (kind == ModelKind.GATED_MF_RNN) {
      all.add("gateBias");
    }
    if (!kind.isTrained()) {
      all.addAll(Set.of("lambda", "standardise", "balanced", "calibrated"));
    } else {
      TrainingSettings.ALL.forEach(one -> all.add(one.id()));
    }
    boolean isHybrid = kind == ModelKind.HETERO_MF_RNN || kind == ModelKind.SUMMARY_LSTM;
    if (!isHybrid) {
      all.remove("ridgeStart");
    }
    if (!kind.isTrained() || isHybrid) {
      all.addAll(
          Set.of(
              "lags",
              "inputScaling",
              "input",
              "biasScaling",
              "spectralRadius",
              "topology",
              "summaries",
              "washout",
              "readInput",
              "normalised",
              "kernels",
              "summariesOfNumbers",
              "squashed"));
    }
    if (kind == ModelKind.ESN || kind == ModelKind.MF_ESN) {
      all.addAll(Set.of("inputCentre", "inputSpread"));
    }
    if (kind == ModelKind.ESN || kind == ModelKind.RNN) {
      all.add("leakRate");
    } else if (kind == ModelKind.LSTM || kind == ModelKind.SUMMARY_LSTM) {
      all.add("forgetGateBias");
    } else {
      all.addAll(Set.of("gamma", "slope", "deltaT", "kp0", "kd0", "etaP", "etaD"));
      all.addAll(Set.of("drive", "integration", "noise", "jumpRate"));
      if (kind.isTrained()) {
        all.add("trainable");
      }
    }
    return all;
  }

  /** The preset is sparse and its neurons look at views; a search over a number keeps that. */
  @Test
  void aNumberOfAReservoirLeavesWhatItIsANumberOf() {
    ModelSettings preset = ToySettings.of(ModelKind.PLAIN_HETERO_MF_ESN);
    assertThat(Settings.SPECTRAL_RADIUS.set(preset, .9).describe())
        .containsEntry("topology", "sparse(radius=0.9,fanIn=10)")
        .doesNotContainKey("spectralRadius");
    assertThat(Settings.INPUT_SCALING.setText(preset, "2").describe())
        .containsEntry("input", "views(scaling=2.0,views=7)")
        .doesNotContainKey("inputScaling");
  }

  /** U[-2, 2] is the interval of spread 2 around 0. */
  @Test
  void centreAndSpreadOfTheInputWeightsLeaveEachOther() {
    ModelSettings base = Settings.INPUT_SCALING.setText(ToySettings.of(ModelKind.MF_ESN), "2");
    ModelSettings centred = Settings.INPUT_CENTRE.set(base, 1.);
    assertThat(centred.describe())
        .containsEntry("inputCentre", 1.)
        .containsEntry("inputSpread", 2.);
    assertThat(Settings.INPUT_SPREAD.set(centred, .5).describe())
        .containsEntry("inputCentre", 1.)
        .containsEntry("inputSpread", .5)
        .doesNotContainKey("inputScaling");
  }

  @Test
  void theSpectralRadiusOfUncoupledNeuronsIsTheirSelfWeight() {
    ModelSettings coupled = NanowireAssemblies.echoState(5, .3, 1, .1, .9);
    ModelSettings uncoupled = NanowireAssemblies.tanh(5, .3, 1, .1, .9);
    assertThat(Settings.SPECTRAL_RADIUS.set(uncoupled, .5))
        .isEqualTo(NanowireAssemblies.tanh(5, .3, 1, .1, .5));
    assertThat(Settings.SPECTRAL_RADIUS.set(coupled, .5))
        .isEqualTo(NanowireAssemblies.echoState(5, .3, 1, .1, .5));
  }

  @Test
  void twoWordsForOneThingAreRefused() {
    ModelSettings esn = ToySettings.of(ModelKind.ESN);
    Dimension scaling = Dimension.of(Settings.INPUT_SCALING, .1, 1.);
    Dimension spread = Dimension.of(Settings.INPUT_SPREAD, .2, 2.);
    for (List<Dimension> both : List.of(List.of(scaling, spread), List.of(spread, scaling))) {
      assertThatThrownBy(() -> new Grid(esn, both))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageMatching("dimensions: another one undoes what input\\w+ sets; .*");
    }
  }

  @Test
  void mistakesAreOneSentence() {
    ModelSettings esn = ToySettings.of(ModelKind.ESN);
    assertThatThrownBy(
            () ->
                new Grid(
                    esn,
                    List.of(Dimension.of(MemristiveSettings.setting(PhysicalConstant.GAMMA), 1.))))
        .hasMessageStartingWith(
            "gamma: esn has no such setting; it has units, lags, inputScaling,");
    assertThatThrownBy(() -> new Grid(esn, List.of(Dimension.of(LeakySettings.LEAK_RATE, 2.))))
        .hasMessage("leakRate = 2.0: must be in (0, 1]");
    assertThatThrownBy(() -> new Grid(esn, List.of(Dimension.of(Settings.UNITS, 2.5))))
        .hasMessage("units = 2.5: must be a whole number");
    assertThatThrownBy(
            () -> Dimension.of(MemristiveSettings.setting(PhysicalConstant.GAMMA), 1., 1.))
        .hasMessageContaining("names a value twice");
    assertThatThrownBy(() -> Setting.of("inputscalling"))
        .hasMessageContaining("did you mean inputScaling?");
  }
}
