package org.mf4j.cli.train;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.mf4j.cli.output.Words;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.FiniteValues;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.text.NumberText;
import org.mf4j.data.transform.FittedPipeline;
import org.mf4j.models.FittedModel;
import org.mf4j.models.Task;

/**
 * A saved model and its transforms, which answers one line with one line: CSV with CSV, JSON with
 * JSON. One line at a time, whoever asks: a network keeps the states of what it computes.
 */
final class SavedModel {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final FittedModel model;
  private final FittedPipeline pipeline;
  private final boolean probabilities;

  private SavedModel(FittedModel model, boolean probabilities) {
    this.model = model;
    this.pipeline = FittedPipeline.of(model.provenance());
    this.probabilities = probabilities;
  }

  static SavedModel load(Path file, boolean probabilities) throws IOException {
    return new SavedModel(FittedModel.load(file), probabilities);
  }

  FittedModel model() {
    return model;
  }

  /**
   * Answers a line.
   *
   * @param line values with commas between them, channels with colons; or JSON: {@code {"series":
   *     [[1, 2, 3], [4, 5, 6]]}}, an array per channel, one array for one channel
   * @return the prediction, and the probability of every class if wanted, in the same format
   * @throws DataException if the line is no series that the model takes
   */
  String answer(String line) {
    return line.stripLeading().startsWith("{") ? json(line) : csv(line);
  }

  private String csv(String line) {
    Answer answer = predict(values(line));
    List<Object> cells = new ArrayList<>(List.of(answer.prediction()));
    answer.probabilities().values().forEach(p -> cells.add(Words.format("%.6f", p)));
    return CSVFormat.RFC4180.format(cells.toArray());
  }

  private static double[][] values(String line) {
    return Arrays.stream(line.split(":", -1))
        .map(channel -> Arrays.stream(channel.split(",", -1)).mapToDouble(SavedModel::value))
        .map(channel -> channel.toArray())
        .toArray(double[][]::new);
  }

  private static double value(String text) {
    String word = text.strip();
    if (NumberText.isMissing(word)) {
      return Double.NaN;
    }
    if (!NumberText.isNumber(word)) {
      throw new DataException("\"" + word + "\" is no number.");
    }
    return Double.parseDouble(word);
  }

  private String json(String line) {
    try {
      JsonNode series = JSON.readTree(line).path("series");
      boolean isOneChannel = series.isArray() && !series.isEmpty() && !series.get(0).isArray();
      double[][] channels =
          isOneChannel
              ? new double[][] {channel(series)}
              : elements(series).map(SavedModel::channel).toArray(double[][]::new);
      return JSON.writeValueAsString(predict(channels));
    } catch (JsonProcessingException e) {
      throw new DataException("This is no JSON: " + e.getOriginalMessage() + ".", e);
    }
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    if (!array.isArray() || array.isEmpty()) {
      throw new DataException(
          "Give the series as {\"series\": [[1, 2, 3]]}, an array per channel.");
    }
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static double[] channel(JsonNode channel) {
    return elements(channel).mapToDouble(SavedModel::number).toArray();
  }

  private static double number(JsonNode node) {
    if (!node.isNumber() && !node.isNull()) {
      throw new DataException(node + " is no number.");
    }
    return node.isNull() ? Double.NaN : node.doubleValue();
  }

  private synchronized Answer predict(double[][] channels) {
    SeriesSet seen = FiniteValues.require(pipeline.apply(set(channels)));
    Task task = model.task();
    double prediction = model.predict(seen)[0];
    Map<String, Double> each = new LinkedHashMap<>();
    if (probabilities) {
      double[] values = model.probabilities(seen)[0];
      for (int i = 0; i < values.length; i++) {
        each.put(task.classes().get(i), values[i]);
      }
    }
    return new Answer(
        task.isClassification() ? task.classes().get((int) prediction) : prediction, each);
  }

  private static SeriesSet set(double[][] channels) {
    try {
      return new SeriesSet("input", List.of(), List.of(new Series(channels, Double.NaN)));
    } catch (IllegalArgumentException e) {
      throw new DataException(e.getMessage(), e);
    }
  }

  /**
   * What the model says of one series.
   *
   * @param prediction the label or the number
   * @param probabilities by class; empty if not wanted
   */
  private record Answer(
      Object prediction,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Double> probabilities) {}
}
