package org.mf4j.cli.robustness;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.mf4j.cli.output.Words;
import org.mf4j.experiment.robustness.Axis;
import org.mf4j.experiment.robustness.RobustnessResult;
import org.mf4j.experiment.robustness.RobustnessResult.Point;
import org.mf4j.experiment.robustness.Subject;
import org.mf4j.figures.Figure;
import org.mf4j.figures.report.Report;
import org.mf4j.figures.report.Table;
import org.mf4j.figures.results.StrengthCurves;

/**
 * What hardware did.
 *
 * @param setup to what, and how
 * @param result the scores
 */
record RobustnessReport(RobustnessSetup setup, RobustnessResult result) {
  /** The losses whose strengths are told. */
  private static final List<Double> LOSSES = List.of(0.01, 0.1);

  static final String EXPLANATION =
      "Scores are means and standard deviations over the draws; the last columns say at which"
          + " strength the mean score is worse by 1 % and by 10 % than that of the model as it was"
          + " fitted, with its readout kept: linear between the strengths that were tried, - if at"
          + " none of them. Networks that failed have no score.";

  /** The tables as text. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Axis axis : setup.options().axes()) {
      lines.add("");
      lines.add(title(axis));
      lines.addAll(table(axis).text());
    }
    lines.addAll(failures());
    return lines;
  }

  private static String title(Axis axis) {
    return axis.kind().id() + ": " + axis.kind().words();
  }

  /** A line per model and readout, a column per strength. */
  private Table table(Axis axis) {
    Stream<String> strengths = axis.strengths().stream().map(strength -> number(strength, 3));
    Table table =
        new Table(
            Stream.of(
                    Stream.of("model", "readout", "as fitted"),
                    strengths,
                    Stream.of("1 % lost", "10 % lost"))
                .flatMap(names -> names)
                .toList(),
            List.of());
    for (Subject subject : setup.subjects()) {
      for (boolean refit : setup.options().refit() ? List.of(false, true) : List.of(false)) {
        List<Point> curve = result.curve(subject.name(), axis.kind(), refit);
        if (!curve.isEmpty()) {
          table = table.row(row(subject.name(), axis, refit, curve).toArray());
        }
      }
    }
    return table;
  }

  private List<Object> row(String model, Axis axis, boolean refit, List<Point> curve) {
    List<Object> cells = new ArrayList<>(List.of(model, refit ? "refit" : "kept"));
    cells.add(Words.scores(result.metric(), result.asFitted(model, refit)));
    curve.forEach(point -> cells.add(scores(point)));
    LOSSES.forEach(loss -> cells.add(loss(model, axis, refit, loss)));
    return cells;
  }

  private String scores(Point point) {
    int failed = point.failures().size();
    return Words.scores(result.metric(), point.scores())
        + (failed == 0 ? "" : " (" + failed + " failed)");
  }

  /** Of what has no strength at which nothing deviates, the first may cost as much already. */
  private String loss(String model, Axis axis, boolean refit, double loss) {
    OptionalDouble strength = result.strengthOfLoss(model, axis.kind(), refit, loss);
    if (strength.isEmpty()) {
      return "-";
    }
    double first = axis.strengths().get(0);
    boolean already = axis.kind().harmless().isEmpty() && strength.getAsDouble() == first;
    return (already ? "already at " : "") + number(strength.getAsDouble(), 2);
  }

  /** So many digits, never with an exponent. */
  private static String number(double value, int digits) {
    return new BigDecimal(value)
        .round(new MathContext(digits))
        .stripTrailingZeros()
        .toPlainString();
  }

  private List<String> failures() {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (Point point : result.points()) {
      if (!point.failures().isEmpty()) {
        reasons.put(
            point.what().id(), point.failures().size() + " failed: " + point.failures().get(0));
      }
    }
    return reasons.entrySet().stream().map(one -> one.getKey() + ": " + one.getValue()).toList();
  }

  /** Tables, pictures, settings and what repeats the run. */
  Report report(List<Figure> pictures, Map<String, String> provenance) {
    Report report =
        Report.of("Models on imperfect hardware, " + setup.data().train().name())
            .paragraphs(List.of(setup.header().get(0) + ".", EXPLANATION, setup.baseline()));
    for (Axis axis : setup.options().axes()) {
      report = report.heading(title(axis)).with(table(axis));
    }
    Map<String, String> settings = new LinkedHashMap<>();
    setup.subjects().forEach(one -> settings.put(one.name(), Words.join(one.settings().values())));
    return report
        .paragraphs(failures())
        .heading("Pictures")
        .pictures(pictures)
        .heading("Settings")
        .entries(settings)
        .heading("Provenance")
        .entries(provenance);
  }

  /** A picture per non-ideality. */
  List<Figure> pictures() {
    return setup.options().axes().stream().map(this::picture).toList();
  }

  private Figure picture(Axis axis) {
    List<StrengthCurves.Curve> curves = new ArrayList<>();
    List<Subject> subjects = setup.subjects();
    for (int i = 0; i < subjects.size(); i++) {
      for (boolean refit : new boolean[] {false, true}) {
        List<Point> points = result.curve(subjects.get(i).name(), axis.kind(), refit);
        if (!points.isEmpty()) {
          curves.add(curve(points, i, refit));
        }
      }
    }
    return new StrengthCurves(
            "robustness-" + axis.kind().id(),
            setup.data().test().name(),
            axis.kind().words(),
            result.metric().axis(),
            axis.kind().isLogarithmic(),
            curves)
        .figure();
  }

  private static StrengthCurves.Curve curve(List<Point> points, int colour, boolean refit) {
    return new StrengthCurves.Curve(
        points.get(0).what().model() + (refit ? ", refit" : ""),
        colour,
        refit,
        points.stream().mapToDouble(point -> point.what().strength()).toArray(),
        points.stream().mapToDouble(point -> point.scores().mean()).toArray(),
        points.stream().mapToDouble(point -> point.scores().std()).toArray());
  }
}
