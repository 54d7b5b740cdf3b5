package org.mf4j.cli.compare;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mf4j.experiment.ModelResult;
import org.mf4j.models.Baseline;
import org.mf4j.models.ModelSettings;

/**
 * A comparison as JSON.
 *
 * @param dataset the name of the data set
 * @param metric {@code accuracy} or {@code rmse}
 * @param baseline what a model must beat to have learned anything
 * @param results one entry per model
 * @param provenance what the numbers were computed from
 */
public record ComparisonJson(
    String dataset,
    String metric,
    BaselineScore baseline,
    List<Result> results,
    Provenance provenance) {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * The predictor that looks at no series.
   *
   * @param predictor {@code majority class} or {@code mean predictor}
   * @param score its score on the test set
   */
  public record BaselineScore(String predictor, double score) {}

  /**
   * The trials of one model.
   *
   * @param model its name
   * @param mean mean of the scores
   * @param std sample standard deviation of the scores
   * @param beatsBaseline whether the mean is better than the score of the baseline
   * @param scores one per trial
   * @param fitSeconds mean wall-clock time of a fit
   * @param predictSeconds mean wall-clock time of predicting the test set
   */
  public record Result(
      String model,
      double mean,
      double std,
      boolean beatsBaseline,
      List<Double> scores,
      double fitSeconds,
      double predictSeconds) {}

  /**
   * What repeats the run.
   *
   * @param seed the seed of the first trial; trial i (from 0) has this seed + i
   * @param settings per model, by name
   * @param dataSha256 digests of the training and test set, before any transform
   * @param transforms what was done to the series, as the command line takes it; empty for nothing
   * @param versions of the library, its commit, Deeplearning4j, Java and the machine
   */
  public record Provenance(
      long seed,
      Map<String, Map<String, Object>> settings,
      Map<String, String> dataSha256,
      String transforms,
      Map<String, String> versions) {}

  /**
   * Collects the report.
   *
   * @param setup what was compared
   * @param results the results of the models
   * @param versions of everything that can change a number
   * @return the report
   */
  public static ComparisonJson of(
      ComparisonSetup setup, List<ModelResult> results, Map<String, String> versions) {
    Map<String, Map<String, Object>> settings = new LinkedHashMap<>();
    for (ModelSettings model : setup.models()) {
      settings.put(model.kind().id(), model.describe());
    }
    Baseline baseline = Baseline.of(setup.data().train());
    double score = baseline.score(setup.data().test());
    return new ComparisonJson(
        setup.data().train().name(),
        setup.metric().id(),
        new BaselineScore(baseline.describe(), score),
        results.stream()
            .map(one -> result(one, setup.metric().isBetter(one.mean(), score)))
            .toList(),
        new Provenance(
            setup.seed(), settings, setup.data().sha256(), setup.transforms(), versions));
  }

  /**
   * Writes the report, indented.
   *
   * @param file the file to create
   * @throws IOException if writing fails
   */
  public void writeTo(Path file) throws IOException {
    MAPPER.writeValue(file.toFile(), this);
  }

  private static Result result(ModelResult result, boolean beatsBaseline) {
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
