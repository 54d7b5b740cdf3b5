package org.mf4j.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mf4j.benchmarks.Measurement;

/**
 * All measurements of a folder. Its sub-folders {@code threads-1}, {@code threads-2}, ... hold what
 * was measured with so many threads: reports of JMH (.json) and lines of JSON (.jsonl), one file
 * per round.
 */
final class Results {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PACKAGE = Pattern.compile("^([a-z0-9]+\\.)+");
  private static final Map<String, Double> SECONDS =
      Map.of("s/op", 1.0, "ms/op", 1e-3, "us/op", 1e-6, "ns/op", 1e-9);

  private final Map<Integer, List<Measurement>> byThreads = new HashMap<>();

  private Results() {}

  /**
   * Reads a folder.
   *
   * @throws IOException if a file cannot be read or is not of the form it should have
   */
  static Results read(Path folder) throws IOException {
    Results results = new Results();
    for (Path threads : list(folder, "threads-*")) {
      int count = Integer.parseInt(threads.getFileName().toString().replace("threads-", ""));
      List<Measurement> measurements = new ArrayList<>();
      for (Path file : list(threads, "*.json")) {
        measurements.addAll(fromJmh(JSON.readTree(file.toFile())));
      }
      for (Path file : list(threads, "*.jsonl")) {
        for (String line : Files.readAllLines(file)) {
          measurements.add(Measurement.fromJson(line));
        }
      }
      results.byThreads.put(count, measurements);
    }
    return results;
  }

  /**
   * The median over the rounds.
   *
   * @param threads number of threads
   * @param benchmark class and method, such as {@code TrainingStep.fit}
   * @param params {@code name=value} of the parameters that matter
   * @return seconds, or bytes; empty if it was not measured
   */
  OptionalDouble median(int threads, String benchmark, String... params) {
    double[] rounds =
        byThreads.getOrDefault(threads, List.of()).stream()
            .filter(m -> m.benchmark().equals(benchmark))
            .filter(m -> Stream.of(params).allMatch(param -> has(m, param)))
            .mapToDouble(m -> m.median() * SECONDS.getOrDefault(m.unit(), 1.0))
            .sorted()
            .toArray();
    if (rounds.length == 0) {
      return OptionalDouble.empty();
    }
    int half = rounds.length / 2;
    return OptionalDouble.of(
        rounds.length % 2 == 1 ? rounds[half] : (rounds[half - 1] + rounds[half]) / 2);
  }

  private static boolean has(Measurement measurement, String param) {
    String[] nameAndValue = param.split("=", 2);
    return nameAndValue[1].equals(measurement.params().get(nameAndValue[0]));
  }

  private static List<Measurement> fromJmh(JsonNode report) {
    List<Measurement> measurements = new ArrayList<>();
    for (JsonNode run : report) {
      Map<String, String> params = new HashMap<>();
      run.path("params").properties().forEach(p -> params.put(p.getKey(), p.getValue().asText()));
      JsonNode metric = run.path("primaryMetric");
      measurements.add(
          new Measurement(
              PACKAGE.matcher(run.path("benchmark").asText()).replaceFirst(""),
              params,
              metric.path("scorePercentiles").path("50.0").asDouble(),
              metric.path("scoreUnit").asText()));
    }
    return measurements;
  }

  private static List<Path> list(Path folder, String pattern) throws IOException {
    List<Path> paths = new ArrayList<>();
    try (var stream = Files.newDirectoryStream(folder, pattern)) {
      stream.forEach(paths::add);
    }
    return paths;
  }
}
