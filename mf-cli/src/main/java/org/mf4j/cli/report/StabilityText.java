package org.mf4j.cli.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.Interval;
import org.mf4j.figures.text.TextTable;
import org.mf4j.models.ModelKind;
import org.mf4j.stability.ContractionBound;
import org.mf4j.stability.LeakyConditions;
import org.mf4j.stability.Remedies;
import org.mf4j.stability.StabilityConditions;
import org.mf4j.stability.Verdict;
import org.mf4j.stability.measured.EchoIndex;
import org.mf4j.stability.report.CapacityMeasures;
import org.mf4j.stability.report.SeriesMeasures;
import org.mf4j.stability.report.StabilityReport;

/** A stability report as text: the verdict first, then what it rests on. */
public final class StabilityText {
  private static final String NOTHING_ALONE =
      "No change of W_h, deltaT or gamma alone makes a condition hold.";

  private final StabilityReport report;

  /**
   * A report.
   *
   * @param report what is reported
   */
  public StabilityText(StabilityReport report) {
    this.report = report;
  }

  /**
   * The report.
   *
   * @return its lines
   */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(report.subject().name() + "  " + join(report.subject().settings()));
    lines.add("");
    lines.addAll(summary());
    lines.add("");
    lines.addAll(conditions().lines());
    lines.add("");
    lines.addAll(quantities().lines());
    capacities()
        .ifPresent(
            table -> {
              lines.add("");
              lines.addAll(table.lines());
            });
    return lines;
  }

  /**
   * What applies to a network of tanh neurons.
   *
   * @param kind the model
   * @param conditions the classical conditions
   * @return one line
   */
  public static List<String> leaky(ModelKind kind, LeakyConditions conditions) {
    String meaning =
        switch (conditions.verdict()) {
          case GLOBALLY_STABLE -> "globally stable for any input, since ||W_h||_2 < 1";
          case LOCALLY_PLAUSIBLE ->
              "only locally plausible, since ||W_h||_2 < 1, which would prove it, fails";
          case UNSTABLE ->
              "unstable at rest, since the spectral radius at the zero state is not below 1";
        };
    return List.of(
        format(
            "%s: %s (||W_h||_2 = %.4g, spectral radius of (1 - alpha) I + alpha W_h = %.4g); the"
                + " memristive conditions do not apply to tanh neurons.",
            kind.id(), meaning, conditions.spectralNorm(), conditions.spectralRadius()));
  }

  /** The verdict, and what to change. */
  List<String> summary() {
    List<String> lines = new ArrayList<>();
    lines.add("Verdict: " + verdict());
    lines.addAll(changes());
    return lines;
  }

  private String verdict() {
    StabilityConditions conditions = report.conditions();
    Verdict verdict = conditions.verdict();
    return switch (verdict) {
      case GLOBALLY_STABLE ->
          verdict.words() + " for any input, proved by " + conditions.provedBy().orElseThrow();
      case LOCALLY_PLAUSIBLE ->
          verdict.words()
              + "; uncoupled neurons forget (Theorem V.6), but no condition proves it for any input";
      case UNSTABLE -> verdict.words() + "; the necessary condition of Theorem V.6 fails";
    };
  }

  private List<String> changes() {
    List<String> changes = new ArrayList<>();
    Remedies remedies = report.remedies();
    boolean stable = report.conditions().verdict() == Verdict.GLOBALLY_STABLE;
    double factor = remedies.couplingFactor();
    if (factor > 0 && Double.isFinite(factor)) {
      changes.add(format("W_h times less than %s", down(factor)));
    }
    deltaT(remedies.deltaTFactor()).ifPresent(changes::add);
    if (remedies.largestGamma().isPresent() && !(stable && isOne(remedies.largestGamma()))) {
      changes.add("gamma at most " + down(remedies.largestGamma().getAsDouble()));
    }
    if (report.conditions().verdict() == Verdict.UNSTABLE) {
      return List.of(
          necessary(remedies), changes.isEmpty() ? NOTHING_ALONE : advice(false, changes));
    }
    return List.of(changes.isEmpty() ? NOTHING_ALONE : advice(stable, changes));
  }

  private static String advice(boolean stable, List<String> changes) {
    String lead = stable ? "It stays proved with " : "To have it proved, take ";
    return lead + String.join(", or ", changes) + (changes.size() > 1 ? "; each by itself." : ".");
  }

  private static String necessary(Remedies remedies) {
    return format(
        "Theorem V.6 needs deltaT below %s, the unit cube deltaT at most %s; the exact step"
            + " (--integration EXACT) meets both with any.",
        down(remedies.necessaryDeltaT()), down(remedies.unitCubeDeltaT()));
  }

  private Optional<String> deltaT(OptionalDouble factor) {
    if (factor.isEmpty()) {
      return Optional.empty();
    }
    double[] steps = report.subject().dynamics().deltaT().toArray();
    return Optional.of(
        steps.length == 1
            ? "deltaT at most " + down(steps[0] * factor.getAsDouble())
            : "every deltaT times at most " + down(factor.getAsDouble()));
  }

  private static boolean isOne(OptionalDouble value) {
    return value.getAsDouble() == 1;
  }

  /** The conditions, the first row their header. */
  TextTable conditions() {
    StabilityConditions conditions = report.conditions();
    TextTable table = new TextTable(4);
    table.add("condition", "holds", "rate", "margin");
    table.add("unit cube invariant", holds(conditions.unitCube()), "", "");
    table.add("Lemma V.1", euler(conditions.lemmaV1()), "", "");
    contraction(
        table, "Theorem V.3", conditions.theoremV3(), euler(conditions.theoremV3().holds()));
    contraction(
        table, "condition (A)", conditions.conditionA(), holds(conditions.conditionA().holds()));
    contraction(
        table, "condition (B)", conditions.conditionB(), holds(conditions.conditionB().holds()));
    table.add(
        "Theorem V.6, necessary",
        holds(conditions.theoremV6()),
        number(report.spectralRadiusEstimate()),
        number(1 - report.spectralRadiusEstimate()));
    return table;
  }

  private static void contraction(
      TextTable table, String name, ContractionBound bound, String holds) {
    table.add(name, holds, number(bound.rate()), number(bound.margin()));
  }

  private String euler(boolean holds) {
    return report.subject().integration() == Integration.EULER ? holds(holds) : "Euler only";
  }

  private static String holds(boolean holds) {
    return holds ? "yes" : "no";
  }

  /** Names and values. */
  TextTable quantities() {
    TextTable table = new TextTable(2);
    Interval rates = report.rates();
    table.add(
        "constants",
        format(
            "p_min %.4g, p_max %.5g, C %.5g, S %.4g, mu %.4g",
            rates.lower(), rates.upper(), report.c(), report.s(), report.mu()));
    table.add(
        "coupling",
        format(
            "||W_h||_2 %.4g, largest row sum %.4g",
            report.coupling().spectralNorm(), report.coupling().largestRowSum()));
    table.add("spectral radius", spectralRadius());
    table.add("time constants", timeConstants());
    report.series().ifPresent(set -> table.add("series", set.name() + ", " + steps(set)));
    report.measures().ifPresent(measures -> addMeasures(table, measures));
    return table;
  }

  private static String steps(SeriesSet set) {
    return (set.equalLength() ? "%d steps" : "up to %d steps").formatted(set.maxLength());
  }

  private String spectralRadius() {
    return format("estimate (17) %.4g", report.spectralRadiusEstimate())
        + report
            .spectrum()
            .map(spectrum -> format(", Jacobian at the last state %.4g", spectrum.radius()))
            .orElse("");
  }

  private String timeConstants() {
    Interval attained = report.attainedEFoldingSteps();
    return format(
        "%s to %s steps to fade to 1/e without coupling, at most %s by p_min",
        duration(attained.lower()), duration(attained.upper()), duration(report.eFoldingSteps()));
  }

  private static String duration(double steps) {
    return Double.isInfinite(steps) ? "endless" : format(steps < 10 ? "%.1f" : "%.0f", steps);
  }

  private static void addMeasures(TextTable table, SeriesMeasures measures) {
    if (!measures.isFinite()) {
      table.add("measured", format("the states diverge within %d steps", measures.steps()));
      return;
    }
    table.add(
        "measured",
        format(
            "Lyapunov exponent %.3g per step along %d steps of the series",
            measures.lyapunov(), measures.steps()));
    measures.echo().ifPresent(echo -> table.add("", echo(echo, measures)));
    measures
        .spectralRadius()
        .ifPresent(
            radius ->
                table.add(
                    "",
                    format(
                        "spectral radius of the Jacobian %.4g on average, %.4g to %.4g",
                        radius.mean(), radius.smallest(), radius.largest())));
  }

  private static String echo(EchoIndex echo, SeriesMeasures measures) {
    String line =
        format(
            "echo index %d after %d steps: four initial states end within %.1e of their first"
                + " distance",
            echo.index(), measures.steps(), echo.spread());
    return measures.isLongEnough() ? line : line + "; too few steps to tell";
  }

  /** Names and values, where capacities were measured. */
  Optional<TextTable> capacities() {
    return report.capacities().map(this::capacities);
  }

  private TextTable capacities(CapacityMeasures measured) {
    TextTable table = new TextTable(2);
    table.add("memory capacity", format("%.2f of %d", measured.memory().total(), units()));
    table.add(
        "processing capacity",
        format(
            "%.2f linear, %.2f quadratic, %.2f cubic (delays to %d)",
            measured.processing().ofDegree(1),
            measured.processing().ofDegree(2),
            measured.processing().ofDegree(3),
            CapacityMeasures.LARGEST_PRODUCT_DELAY));
    table.add(
        "ranks",
        format(
            "kernel %d, generalisation %d (the last %d of %d steps shared)",
            measured.ranks().kernel(),
            measured.ranks().generalisation(),
            CapacityMeasures.COMMON,
            CapacityMeasures.SEQUENCE));
    table.add("NARMA-10", format("NRMSE %.3f", measured.narma10()));
    return table;
  }

  private int units() {
    return report.subject().units();
  }

  private static String number(double value) {
    return format("%.4g", value);
  }

  /** Three digits, rounded down: what is printed still holds. */
  private static String down(double value) {
    BigDecimal exact = new BigDecimal(value);
    return exact.round(new MathContext(3, RoundingMode.DOWN)).stripTrailingZeros().toPlainString();
  }

  private static String join(Map<String, Object> settings) {
    return settings.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
