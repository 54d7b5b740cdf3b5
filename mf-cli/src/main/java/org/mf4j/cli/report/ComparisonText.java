package org.mf4j.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.experiment.ModelResult;
import org.mf4j.figures.text.TextTable;
import org.mf4j.models.Baseline;
import org.mf4j.models.Metric;
import org.mf4j.models.ModelKind;

/** A comparison as text: what is compared, before it runs, and one table, after it. */
public final class ComparisonText {
  private final ComparisonSetup setup;

  /**
   * A report.
   *
   * @param setup what is compared
   */
  public ComparisonText(ComparisonSetup setup) {
    this.setup = setup;
  }

  /**
   * The data set and the settings of every model, one line each.
   *
   * @return the lines
   */
  public List<String> header() {
    SeriesSet train = setup.data().train();
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %d training and %d test series, %s"
            .formatted(train.name(), train.size(), setup.data().test().size(), shape(train)));
    if (!setup.transforms().isEmpty()) {
      lines.add("Transforms: " + setup.transforms());
    }
    lines.add("Settings: " + setup.reference().describe());
    TextTable settings = new TextTable(2);
    setup.models().forEach(model -> settings.add(model.kind().id(), join(model.values())));
    lines.addAll(settings.lines());
    return lines;
  }

  /**
   * The results, one line per model.
   *
   * @param results the results of the models
   * @return the lines
   */
  public List<String> table(List<ModelResult> results) {
    List<List<String>> cells = cells(results);
    TextTable table = new TextTable(cells.get(0).size());
    cells.forEach(row -> table.add(row.toArray(new String[0])));
    return table.lines();
  }

  /**
   * What the baseline reaches on the test set, and which models do not beat it.
   *
   * @param results the results of the models
   * @return the lines
   */
  public List<String> baseline(List<ModelResult> results) {
    Baseline baseline = Baseline.of(setup.data().train());
    double score = baseline.score(setup.data().test());
    List<String> lines = new ArrayList<>();
    lines.add(BaselineText.line(baseline, score));
    for (ModelResult result : results) {
      if (!setup.metric().isBetter(result.mean(), score)) {
        lines.add(result.kind().id() + " " + BaselineText.NOT_BEATEN + ".");
      }
    }
    return lines;
  }

  /** The cells of the table, the header first. */
  List<List<String>> cells(List<ModelResult> results) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("model", setup.metric().id(), "paper", "fit s", "predict s"));
    for (ModelResult result : results) {
      rows.add(
          List.of(
              result.kind().id(),
              measured(result),
              published(result.kind()),
              seconds(result.fitSeconds()),
              seconds(result.predictSeconds())));
    }
    return rows;
  }

  private static String shape(SeriesSet set) {
    String steps = set.equalLength() ? "%d steps" : "up to %d steps";
    String target = set.isClassification() ? set.classes().size() + " classes" : "regression";
    return (steps + ", %d channel%s, %s")
        .formatted(set.maxLength(), set.channels(), set.channels() == 1 ? "" : "s", target);
  }

  private static String join(Map<String, Object> settings) {
    return settings.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  private String measured(ModelResult result) {
    String format = setup.metric() == Metric.ACCURACY ? "%.3f" : "%.4f";
    return result.trials().size() == 1
        ? format(format, result.mean())
        : format(format + " +- " + format, result.mean(), result.std());
  }

  /** As many digits as the papers print. */
  private String published(ModelKind kind) {
    return setup
        .reference()
        .published(kind)
        .map(score -> format("%.3f +- %.3f", score.mean(), score.std()))
        .orElse("-");
  }

  private static String seconds(double value) {
    return format("%.2f", value);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
