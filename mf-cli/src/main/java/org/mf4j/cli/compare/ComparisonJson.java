package org.mf4j.cli.compare;

import com.fasterxml.jackson.annotation.JsonInclude;
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

  /**
   * The trials of one model; scores one per trial, times means of wall-clock time. A model that
   * failed has the reason and no numbers.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Result(
      String model,
      Double mean,
      Double std,
      Boolean beatsBaseline,
      List<Double> scores,
      Double fitSeconds,
      Double predictSeconds,
      String failure) {
    static Result of(ModelResult result, boolean beatsBaseline) {
      if (result.failure().isPresent()) {
        return new Result(
            result.kind().id(), null, null, null, null, null, null, result.failure().get());
      }
      return new Result(
          result.kind().id(),
          result.mean(),
          result.std(),
          beatsBaseline,
          result.scores(),
          result.fitSeconds(),
          result.predictSeconds(),
          null);
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
