package org.mf4j.cli.compare;

import java.util.List;
import java.util.Map;
import org.mf4j.experiment.ModelResult;

/** A comparison as JSON: its keys are the names of the components. */
record ComparisonJson(
    String dataset,
    String metric,
    BaselineScore baseline,
    List<Result> results,
    Provenance provenance) {
  /** The predictor that looks at no series: its name, and its score on the test set. */
  record BaselineScore(String predictor, double score) {}

  /** The trials of one model; scores one per trial, times means of wall-clock time. */
  record Result(
      String model,
      double mean,
      double std,
      boolean beatsBaseline,
      List<Double> scores,
      double fitSeconds,
      double predictSeconds) {
    static Result of(ModelResult result, boolean beatsBaseline) {
      return new Result(
          result.kind().id(),
          result.mean(),
          result.std(),
          beatsBaseline,
          result.scores(),
          result.fitSeconds(),
          result.predictSeconds());
    }
  }

  /**
   * What repeats the run: the seed of the first trial (trial i, from 0, has this seed + i), the
   * digests of the files before any transform, and the versions of all that can change a number.
   */
  record Provenance(
      long seed,
      Map<String, Map<String, Object>> settings,
      Map<String, String> dataSha256,
      String transforms,
      Map<String, String> versions) {}

  static ComparisonJson of(ComparisonReport report, Map<String, String> versions) {
    ComparisonSetup setup = report.setup();
    return new ComparisonJson(
        setup.data().train().name(),
        setup.metric().id(),
        new BaselineScore(report.baseline().describe(), report.baselineScore()),
        report.results().stream()
            .map(result -> Result.of(result, report.beatsBaseline(result)))
            .toList(),
        new Provenance(
            setup.seed(), setup.settings(), setup.data().sha256(), setup.transforms(), versions));
  }
}
