package org.mf4j.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/**
 * One measured number, a line of JSON in the files of results.
 *
 * @param benchmark what was measured, such as {@code TrainingStep.fit}
 * @param params its parameters, name to value
 * @param median the median of the samples
 * @param unit its unit, such as {@code ms/op}
 */
public record Measurement(
    String benchmark, Map<String, String> params, double median, String unit) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads a line.
   *
   * @param line what {@link #toJson} gives
   * @return the measurement
   * @throws JsonProcessingException if it is not such a line
   */
  public static Measurement fromJson(String line) throws JsonProcessingException {
    return JSON.readValue(line, Measurement.class);
  }

  /**
   * Writes a line.
   *
   * @return JSON without line breaks
   * @throws JsonProcessingException never: numbers and texts can be written
   */
  public String toJson() throws JsonProcessingException {
    return JSON.writeValueAsString(this);
  }
}
