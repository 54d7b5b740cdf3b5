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
import org.mf4j.summaries.AllSteps;
import org.mf4j.summaries.Competition;
import org.mf4j.summaries.Exceedance;
import org.mf4j.summaries.Last;
import org.mf4j.summaries.Maximum;
import org.mf4j.summaries.Mean;
import org.mf4j.summaries.Rises;
import org.mf4j.summaries.RisingSteps;
import org.mf4j.summaries.StandardDeviation;
import org.mf4j.summaries.StateAt;
import org.mf4j.summaries.StepWindowMean;
import org.mf4j.summaries.Summary;
import org.mf4j.summaries.SummaryOptions;
import org.mf4j.summaries.TotalVariation;
import org.mf4j.summaries.WindowMean;

/**
 * All {@link Setting}s: those of every model and of reservoirs, of {@link TrainingSettings} and of
 * the cells.
 */
public final class Settings {
  /** N. */
  public static final Setting<Integer> UNITS =
      Setting.ofModel(
          new Words("units", "N, the number of neurons", "at least 1"),
          TextForm.WHOLE,
          ModelSettings::units,
          ModelSettings::withUnits);

  /** The differences that a reservoir sees beside the series. */
  public static final Setting<List<Integer>> LAGS =
      ofReading(
              new Words(
                  "lags", "k of the differences x(t) - x(t-k) beside the series", "1 or above"),
              orNone(TextForm.WHOLES),
              Reading::lags,
              Reading::withLags)
          .toldUnless(List.of());

  /** The neurons that dilated kernels drive. */
  public static final Setting<Double> KERNELS =
      ofReading(
              new Words(
                  "kernels",
                  "share of the neurons that dilated kernels drive; half of it for numbers or"
                      + " several channels",
                  "in [0, 1]"),
              TextForm.NUMBER,
              Reading::kernels,
              Reading::withKernels)
          .toldUnless(0.0);

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

  /** What is read off every neuron. */
  public static final Setting<List<Summary>> SUMMARIES =
      ofReading(
              new Words("summaries", "the features of every neuron", summaryForm().words()),
              TextForm.listOf("summaries", summaryForm()),
              reading -> reading.summaries().summaries(),
              (reading, list) -> reading.withSummaries(withList(reading.summaries(), list)))
          .toldUnless(List.of(new Last()));

  /** Steps that the summaries leave out. */
  public static final Setting<Integer> WASHOUT =
      ofReading(
              new Words("washout", "first steps that the summaries leave out", "0 or above"),
              TextForm.WHOLE,
              reading -> reading.summaries().washout(),
              (reading, steps) -> reading.withSummaries(reading.summaries().withWashout(steps)))
          .toldUnless(0);

  /** Whether the input is summarised as well. */
  public static final Setting<Boolean> READ_INPUT =
      ofReading(
              new Words("readInput", "whether the input is summarised like a neuron", "a flag"),
              TextForm.FLAG,
              reading -> reading.summaries().includeInput(),
              (reading, read) -> reading.withSummaries(withInput(reading.summaries(), read)))
          .toldUnless(false);

  /** Whether inputs are scaled and features clipped. */
  public static final Setting<Boolean> NORMALISED =
      ofReading(
              new Words(
                  "normalised",
                  "whether inputs are standardised and features clipped to their range",
                  "a flag"),
              TextForm.FLAG,
              Reading::normalised,
              Reading::withNormalised)
          .toldUnless(false);

  /** What is read off every neuron where numbers are predicted. */
  public static final Setting<List<Summary>> SUMMARIES_OF_NUMBERS =
      ofReading(
              new Words(
                  "summariesOfNumbers",
                  "the features of every neuron where numbers are predicted; none for the same",
                  summaryForm().words()),
              orNone(TextForm.listOf("summariesOfNumbers", summaryForm())),
              Reading::ofNumbers,
              Reading::withSummariesOfNumbers)
          .toldUnless(List.of());

  /** Whether features are squashed. */
  public static final Setting<Boolean> SQUASHED =
      ofReading(
              new Words(
                  "squashed",
                  "whether normalised features of classes are standardised and squashed,"
                      + " z / (1 + |z|)",
                  "a flag"),
              TextForm.FLAG,
              Reading::squashed,
              Reading::withSquashed)
          .toldUnless(false);

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

  /** A holder, since the rows of {@link ModelKind} are made of settings. */
  private static final class All {
    private static final List<Setting<?>> LIST = list();

    private static List<Setting<?>> list() {
      List<Setting<?>> all =
          new ArrayList<>(
              List.of(
                  UNITS,
                  LAGS,
                  INPUT_SCALING,
                  INPUT_CENTRE,
                  INPUT_SPREAD,
                  INPUT,
                  BIAS_SCALING,
                  SPECTRAL_RADIUS,
                  TOPOLOGY,
                  SUMMARIES,
                  WASHOUT,
                  READ_INPUT,
                  NORMALISED,
                  KERNELS,
                  SUMMARIES_OF_NUMBERS,
                  SQUASHED,
                  LAMBDA,
                  STANDARDISE,
                  BALANCED));
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

  private static <T> Setting<T> ofReading(
      Words words,
      TextForm<T> form,
      Function<Reading, T> get,
      BiFunction<Reading, T, Reading> set) {
    return ofLearning(
        words,
        form,
        learning -> Optional.of(get.apply(learning.reading())),
        (learning, value) -> learning.withReading(set.apply(learning.reading(), value)));
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
        (learning, value) -> learning.withReadout(set.apply(learning.readout(), value)));
  }

  /** Asked of reservoirs only. */
  private static InputWeights input(ModelSettings reservoir) {
    return ((ReservoirLearning) reservoir.learning()).reservoir().input();
  }

  private static Topology topology(ModelSettings reservoir) {
    return ((ReservoirLearning) reservoir.learning()).reservoir().topology();
  }

  private static SummaryOptions withList(SummaryOptions options, List<Summary> summaries) {
    return new SummaryOptions(summaries, options.washout(), options.includeInput());
  }

  private static SummaryOptions withInput(SummaryOptions options, boolean read) {
    return new SummaryOptions(options.summaries(), options.washout(), read);
  }

  /** A list, or {@code none} for one without elements. */
  private static <T> TextForm<List<T>> orNone(TextForm<List<T>> some) {
    return new TextForm<>(
        some.type(),
        some.words() + ", or none",
        text -> text.equals("none") || text.isEmpty() ? List.of() : some.read(text),
        list -> list.isEmpty() ? "none" : some.write(list));
  }

  private static TextForm<Summary> summaryForm() {
    return new Catalogue<>(
            Summary.class,
            "summaries",
            List.of(),
            List.of(
                Catalogue.Kind.of("last", Last.class),
                Catalogue.Kind.of("mean", Mean.class),
                Catalogue.Kind.of("standard-deviation", StandardDeviation.class),
                Catalogue.Kind.of("maximum", Maximum.class),
                Catalogue.Kind.of("total-variation", TotalVariation.class),
                Catalogue.Kind.of("rising-steps", RisingSteps.class),
                Catalogue.Kind.of("rises", Rises.class),
                Catalogue.Kind.of("exceedance", Exceedance.class),
                Catalogue.Kind.of("competition", Competition.class),
                Catalogue.Kind.of("state-at", StateAt.class),
                Catalogue.Kind.of("window-mean", WindowMean.class),
                Catalogue.Kind.of("step-window-mean", StepWindowMean.class),
                Catalogue.Kind.of("all-steps", AllSteps.class)))
        .form();
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
