package org.mf4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mf4j.options.TextForm;

/** That a description is enough to have the same model again, whatever the model. */
class SettingsProperties {
  private static final String[] SPREADS = {
    "%s", "uniform(0.1,%s)", "log-uniform(0.01,%s)", "one-of(0.2,%s)", "log-normal(%s,0.5)"
  };
  private static final List<String> TOPOLOGIES =
      List.of(
          "dense(%s)",
          "sparse(%s,3)",
          "sparse(%s,density(0.2))",
          "ring(%s)",
          "delay-line(%s)",
          "uncoupled(%s)",
          "exact-radius(sparse(1,2),%s)");
  private static final List<String> INPUTS =
      List.of(
          "uniform(%s)",
          "interval(0.3,%s)", "sign(uniform(0.1,%s))", "sparse(sign(%s),0.5)", "views(%s,3)");
  private static final List<String> SUMMARIES =
      List.of(
          "last",
          "mean",
          "standard-deviation,maximum",
          "total-variation,rising-steps,last",
          "rises,exceedance(0.1,%s),competition(4)",
          "state-at(-2),window-mean(0.2,%s),step-window-mean(1,4)");

  /** A number in (0.2, 1], which all have in their range. */
  private static Arbitrary<String> numbers() {
    return Arbitraries.doubles().between(0.2, false, 1, true).map(String::valueOf);
  }

  private static Arbitrary<String> filled(List<String> patterns) {
    return Arbitraries.of(patterns)
        .flatMap(pattern -> numbers().map(number -> pattern.replace("%s", number)));
  }

  private static Arbitrary<String> texts(Setting<?> setting) {
    return switch (setting.id()) {
      case "readoutRate" -> Arbitraries.of("1.0", "2.5", "30.0");
      case "units", "batchSize", "epochs", "patience", "updates", "washout" ->
          Arbitraries.integers().between(1, 5000).map(String::valueOf);
      case "restoreBest",
          "readInput",
          "normalised",
          "squashed",
          "standardise",
          "balanced",
          "calibrated",
          "ridgeStart" ->
          Arbitraries.of("true", "false");
      case "validationShare", "labelSmoothing", "dropout" -> Arbitraries.of("0", "0.25", "0.999");
      case "schedule" -> Arbitraries.of("constant", "cosine(0.05)", "cosine-per-update(0.0)");
      case "trainable" -> Arbitraries.of("none", "gamma", "deltaT,GAMMA", "etaD,slope,kp0");
      case "lags" -> Arbitraries.of("none", "1", "1,2,4", "3,1");
      case "topology" -> filled(TOPOLOGIES);
      case "input" -> filled(INPUTS);
      case "summaries" -> filled(SUMMARIES);
      case "summariesOfNumbers" -> Arbitraries.oneOf(Arbitraries.just("none"), filled(SUMMARIES));
      case "kernels" -> Arbitraries.of("0", "0.25", "1");
      case "lambda" ->
          filled(
              List.of(
                  "%s", "leave-one-out", "leave-one-out(0.1,%s)", "generalised-cross-validation"));
      case "drive" -> filled(List.of("unscaled", "rescale(-1,%s)"));
      case "integration" -> Arbitraries.of("EULER", "EXACT");
      case "inputScaling", "biasScaling", "slope", "deltaT", "kp0", "kd0", "etaP", "etaD" ->
          filled(List.of(SPREADS));
      case "gamma" -> filled(List.of(SPREADS).subList(0, 4));
      default -> numbers();
    };
  }

  @Provide
  Arbitrary<ModelSettings> models() {
    return Arbitraries.of(ModelKind.values())
        .flatMap(
            kind ->
                Arbitraries.of(Settings.all())
                    .list()
                    .ofMaxSize(12)
                    .flatMap(some -> changed(kind.preset().orElse(kind.plain()), some)));
  }

  private static Arbitrary<ModelSettings> changed(ModelSettings base, List<Setting<?>> some) {
    Arbitrary<ModelSettings> all = Arbitraries.just(base);
    for (Setting<?> one : some) {
      all =
          all.flatMap(
              model ->
                  one.isIn(model)
                      ? texts(one).map(text -> one.setText(model, text))
                      : Arbitraries.just(model));
    }
    return all;
  }

  @Property(tries = 500)
  void ofADescriptionIsTheSameModel(@ForAll("models") ModelSettings model) {
    assertThat(ModelSettings.of(model.describe())).isEqualTo(model);
  }

  /** As on a command line: texts only. */
  @Property(tries = 200)
  void theTextsOfADescriptionAreEnough(@ForAll("models") ModelSettings model) {
    Map<String, String> texts = new LinkedHashMap<>();
    model.describe().forEach((name, value) -> texts.put(name, TextForm.textOf(value)));
    assertThat(ModelSettings.of(texts)).isEqualTo(model);
  }

  @Property(tries = 200)
  void everySettingReadsWhatItWrites(@ForAll("models") ModelSettings model) {
    Settings.all().stream().filter(one -> one.isIn(model)).forEach(one -> readBack(one, model));
  }

  private static <T> void readBack(Setting<T> setting, ModelSettings model) {
    setting
        .get(model)
        .ifPresent(
            value ->
                assertThat(setting.read(setting.form().text(value)))
                    .as(setting.id())
                    .isEqualTo(value));
  }

  @Example
  void namesThatDoNotExistAreAnsweredByTheNearest() {
    assertRefused(Map.of(), "model: missing; say which model the settings are of");
    assertRefused(Map.of("model", "mfesn"), "model mfesn: unknown; did you mean mf-esn?");
    assertRefused(
        Map.of("model", "mf-esn", "gama", 1), "setting gama: unknown; did you mean gamma?");
    assertRefused(
        Map.of("model", "mf-esn", "integration", "EXCAT"),
        "integration = EXCAT: unknown; did you mean EXACT?");
    assertRefused(
        Map.of("model", "mf-esn", "topology", "spares(1,2)"),
        "topology = spares(1,2): unknown; did you mean sparse?");
    assertRefused(
        Map.of("model", "mf-esn", "summaries", List.of("last", "means")),
        "summaries = last,means: unknown; did you mean mean?");
  }

  @Example
  void wrongValuesAreNamedWithTheirRange() {
    assertRefused(Map.of("model", "esn", "leakRate", 2), "leakRate = 2.0: must be in (0, 1]");
    assertRefused(Map.of("model", "esn", "leakRate", "x"), "leakRate = x: must be a number");
    assertRefused(Map.of("model", "esn", "units", 0), "units = 0: must be at least 1");
    assertRefused(
        Map.of("model", "mf-esn", "gamma", "1.5"),
        "gamma = 1.5: must be in (0, 1], as Lemma V.1 and Theorem V.6 assume");
    assertRefused(
        Map.of("model", "mf-esn", "deltaT", "log-uniform(0,1)"),
        "deltaT = log-uniform(0,1): lower = 0.0: must be finite and above 0");
    assertRefused(Map.of("model", "mf-esn", "lags", "0"), "lags = 0: must be at least 1");
  }

  private static void assertRefused(Map<String, ?> description, String message) {
    assertThatThrownBy(() -> ModelSettings.of(description))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }
}
