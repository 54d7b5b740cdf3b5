package org.mf4j.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mf4j.models.Setting.Words;
import org.mf4j.options.Catalogue;
import org.mf4j.options.Distribution;
import org.mf4j.options.TextForm;
import org.mf4j.readout.LambdaRule;
import org.mf4j.readout.RidgeOptions;
import org.mf4j.reservoir.ReservoirOptions;
import org.mf4j.reservoir.input.InputWeights;
import org.mf4j.reservoir.input.IntervalInput;
import org.mf4j.reservoir.input.UniformInput;
import org.mf4j.reservoir.topology.CircularLaw;
import org.mf4j.reservoir.topology.Topology;

/**
 * All {@link Setting}s: those of every model and of reservoirs, of {@link Reading}, of {@link
 * TrainingSettings} and of the cells.
 */
public final class Settings {
  /** N. */
  public static final Setting<Integer> UNITS =
      Setting.ofModel(
          new Words("units", "N, the number of neurons", "at least 1"),
          TextForm.WHOLE,
          ModelSettings::units,
          ModelSettings::withUnits);

  /** omega: W ~ U[-omega, omega], or what takes its place in other input weights. */
  public static final Setting<Distribution> INPUT_SCALING =
      ofReservoir(
              new Words("inputScaling", "omega: W ~ U[-omega, omega]", "above 0"),
              Distribution.FORM,
              options -> options.input().scaling(),
              (options, omega) -> options.withInput(options.input().withScaling(omega)))
          .toldIf(model -> input(model) instanceof UniformInput);

  /** omega_0: W ~ U[omega_0 - Delta-omega, omega_0 + Delta-omega]. */
  public static final Setting<Double> INPUT_CENTRE =
      ofInterval(
          new Words("inputCentre", "omega_0: W ~ U[omega_0 +- Delta-omega]", "finite"),
          IntervalInput::centre,
          (interval, centre) -> new IntervalInput(centre, interval.spread()));

  /** Delta-omega. */
  public static final Setting<Double> INPUT_SPREAD =
      ofInterval(
          new Words("inputSpread", "Delta-omega: W ~ U[omega_0 +- Delta-omega]", "0 or above"),
          IntervalInput::spread,
          (interval, spread) -> new IntervalInput(interval.centre(), spread));

  /** How W is drawn. */
  public static final Setting<InputWeights> INPUT =
      ofReservoir(
              new Words("input", "how W is drawn", InputWeights.FORM.words()),
              InputWeights.FORM,
              options -> Optional.of(options.input()),
              ReservoirOptions::withInput)
          .toldIf(
              model ->
                  !(input(model) instanceof UniformInput)
                      && !(input(model) instanceof IntervalInput));

  /** beta: b ~ U[-beta, beta]. */
  public static final Setting<Distribution> BIAS_SCALING =
      ofReservoir(
          new Words("biasScaling", "beta: b ~ U[-beta, beta]", "0 or above"),
          Distribution.FORM,
          options -> Optional.of(options.biasScaling()),
          ReservoirOptions::withBiasScaling);

  /** rho of RW; of uncoupled neurons, the weight with which they feed themselves. */
  public static final Setting<Double> SPECTRAL_RADIUS =
      ofReservoir(
              new Words("spectralRadius", "rho of RW, whatever its topology", "0 or above"),
              TextForm.NUMBER,
              options -> options.topology().radius().stream().boxed().findFirst(),
              (options, rho) -> options.withTopology(options.topology().withSpectralRadius(rho)))
          .toldIf(model -> topology(model) instanceof CircularLaw);

  /** How RW is drawn. */
  public static final Setting<Topology> TOPOLOGY =
      ofReservoir(
              new Words("topology", "how RW is drawn", Topology.FORM.words()),
              Topology.FORM,
              options -> Optional.of(options.topology()),
              ReservoirOptions::withTopology)
          .toldIf(model -> !(topology(model) instanceof CircularLaw));

  /** The penalty of the readout; all values of one reservoir cost one decomposition. */
  public static final Setting<LambdaRule> LAMBDA =
      ofReadout(
          new Words("lambda", "penalty of the ridge readout, or how it is found", "0 or above"),
          lambdaForm(),
          RidgeOptions::lambda,
          RidgeOptions::withLambda);

  /** Whether the penalty applies to standardised features. */
  public static final Setting<Boolean> STANDARDISE =
      ofReadout(
              new Words("standardise", "whether lambda is on standardised features", "a flag"),
              TextForm.FLAG,
              RidgeOptions::standardise,
              RidgeOptions::withStandardise)
          .toldUnless(false);

  /** Whether all classes weigh the same. */
  public static final Setting<Boolean> BALANCED =
      ofReadout(
              new Words("balanced", "whether all classes weigh the same in the readout", "a flag"),
              TextForm.FLAG,
              RidgeOptions::balanced,
              RidgeOptions::withBalanced)
          .toldUnless(false);

  /** Whether the outputs are probabilities. */
  public static final Setting<Boolean> CALIBRATED =
      ofReadout(
              new Words(
                  "calibrated",
                  "whether the outputs for classes are probabilities, calibrated by leaving one"
                      + " out",
                  "a flag"),
              TextForm.FLAG,
              RidgeOptions::calibrated,
              RidgeOptions::withCalibrated)
          .toldUnless(false);

  /** A holder, since the rows of {@link ModelKind} are made of settings. */
  private static final class All {
    private static final List<Setting<?>> LIST = list();

    private static List<Setting<?>> list() {
      List<Setting<?>> all =
          new ArrayList<>(
              List.of(
                  UNITS,
                  Reading.LAGS,
                  INPUT_SCALING,
                  INPUT_CENTRE,
                  INPUT_SPREAD,
                  INPUT,
                  BIAS_SCALING,
                  SPECTRAL_RADIUS,
                  TOPOLOGY,
                  Reading.SUMMARIES,
                  Reading.WASHOUT,
                  Reading.READ_INPUT,
                  Reading.NORMALISED,
                  Reading.KERNELS,
                  Reading.SUMMARIES_OF_NUMBERS,
                  Reading.SQUASHED,
                  LAMBDA,
                  STANDARDISE,
                  BALANCED,
                  CALIBRATED));
      Stream.of(ModelKind.values())
          .flatMap(kind -> kind.plain().cell().settings().stream())
          .distinct()
          .forEach(all::add);
      all.addAll(TrainingSettings.ALL);
      return List.copyOf(all);
    }
  }

  private Settings() {}

  /**
   * The settings of all models.
   *
   * @return in the order of descriptions and of the names of configurations, on which seeds depend
   */
  public static List<Setting<?>> all() {
    return All.LIST;
  }

  private static <T> Setting<T> ofLearning(
      Words words,
      TextForm<T> form,
      Function<ReservoirLearning, Optional<T>> get,
      BiFunction<ReservoirLearning, T, ReservoirLearning> set) {
    return Setting.ofLearning(ReservoirLearning.class, words, form, get, set);
  }

  private static <T> Setting<T> ofReservoir(
      Words words,
      TextForm<T> form,
      Function<ReservoirOptions, Optional<T>> get,
      BiFunction<ReservoirOptions, T, ReservoirOptions> set) {
    return ofLearning(
        words,
        form,
        learning -> get.apply(learning.reservoir()),
        (learning, value) -> learning.withReservoir(set.apply(learning.reservoir(), value)));
  }

  private static Setting<Double> ofInterval(
      Words words,
      Function<IntervalInput, Double> get,
      BiFunction<IntervalInput, Double, IntervalInput> set) {
    return ofReservoir(
            words,
            TextForm.NUMBER,
            options -> options.input().interval().map(get),
            (options, value) ->
                options.withInput(set.apply(options.input().interval().orElseThrow(), value)))
        .existingIf(model -> input(model).interval().isPresent())
        .toldIf(model -> input(model) instanceof IntervalInput);
  }

  private static <T> Setting<T> ofReadout(
      Words words,
      TextForm<T> form,
      Function<RidgeOptions, T> get,
      BiFunction<RidgeOptions, T, RidgeOptions> set) {
    return ofLearning(
            words,
            form,
            learning -> Optional.of(get.apply(learning.readout())),
            (learning, value) -> learning.withReadout(set.apply(learning.readout(), value)))
        .existingIf(model -> !(model.learning() instanceof Hybrid));
  }

  /** Asked of reservoirs only. */
  private static InputWeights input(ModelSettings reservoir) {
    return drawn(reservoir).input();
  }

  private static Topology topology(ModelSettings reservoir) {
    return drawn(reservoir).topology();
  }

  private static ReservoirOptions drawn(ModelSettings reservoir) {
    return reservoir.learning().part(ReservoirLearning.class).orElseThrow().reservoir();
  }

  /** A number, or a rule, whose values may be left out where they are the usual ones. */
  private static TextForm<LambdaRule> lambdaForm() {
    TextForm<LambdaRule> rules =
        new Catalogue<>(
                LambdaRule.class,
                "a number or a rule",
                List.of(),
                List.of(
                    Catalogue.Kind.of("leave-one-out", LambdaRule.LeaveOneOut.class),
                    Catalogue.Kind.of(
                        "generalised-cross-validation",
                        LambdaRule.GeneralisedCrossValidation.class)))
            .form();
    String usual = TextForm.textOf(LambdaRule.DEFAULT_GRID);
    return new TextForm<>(
        LambdaRule.class,
        rules.words(),
        text ->
            text.matches("[-+.\\d].*")
                ? new LambdaRule.Fixed(TextForm.NUMBER.read(text))
                : rules.read(text.contains("(") ? text : text + "(" + usual + ")"),
        rule ->
            rule instanceof LambdaRule.Fixed fixed
                ? (Object) fixed.lambda()
                : rules.text(rule).replace("(" + usual + ")", ""));
  }
}
