package org.mf4j.search.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mf4j.search.TrialResult;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.nd4j.shade.jackson.databind.node.ObjectNode;

/** A finished trial as a line of JSON. */
final class TrialLine {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private TrialLine() {}

  static String write(TrialResult result) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("configuration", result.configuration());
    node.put("draw", result.draw());
    result.score().ifPresent(score -> node.put("score", score));
    result.failure().ifPresent(failure -> node.put("failure", failure));
    node.put("seconds", result.seconds());
    return node.toString();
  }

  static TrialResult read(String line, Path file, int number) throws IOException {
    try {
      JsonNode node = MAPPER.readTree(line);
      return new TrialResult(
          node.required("configuration").textValue(),
          node.required("draw").intValue(),
          node.has("score")
              ? OptionalDouble.of(node.get("score").doubleValue())
              : OptionalDouble.empty(),
          Optional.ofNullable(node.get("failure")).map(JsonNode::textValue),
          node.required("seconds").doubleValue());
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new IOException(
          "%s: line %d is damaged; restore the journal or begin another.".formatted(file, number),
          e);
    }
  }
}
