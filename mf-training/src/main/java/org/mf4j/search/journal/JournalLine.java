package org.mf4j.search.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/**
 * A line of a {@link JournalFile}, a JSON object: what it holds by name. What is missing or of
 * another kind is never taken for an empty text or a zero.
 */
public final class JournalLine {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final JsonNode node;

  private JournalLine(JsonNode node) {
    this.node = node;
  }

  /**
   * Reads a line.
   *
   * @param line the line
   * @param file the journal
   * @param index the position of the line in {@link JournalFile#lines()}
   * @param meaning makes something of what it holds
   * @param <T> what
   * @return that
   * @throws IOException if the line is damaged; the message is one sentence
   */
  public static <T> T read(String line, Path file, int index, Function<JournalLine, T> meaning)
      throws IOException {
    try {
      return meaning.apply(new JournalLine(MAPPER.readTree(line)));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      // Counted from 1, below the line that says which run it is.
      throw new IOException(
          "%s: line %d is damaged; restore the journal or begin another."
              .formatted(file, index + 2),
          e);
    }
  }

  /**
   * Whether there is such a thing.
   *
   * @param name its name
   * @return false if it is not in the line
   */
  public boolean has(String name) {
    return node.has(name);
  }

  /**
   * A text.
   *
   * @param name its name
   * @return the text
   * @throws IllegalArgumentException if there is none
   */
  public String text(String name) {
    JsonNode value = node.required(name);
    return require(value.isTextual(), name, value).textValue();
  }

  /**
   * A whole number.
   *
   * @param name its name
   * @return the number
   * @throws IllegalArgumentException if there is none
   */
  public long whole(String name) {
    JsonNode value = node.required(name);
    return require(value.isIntegralNumber() && value.canConvertToLong(), name, value).longValue();
  }

  /**
   * A count or an index.
   *
   * @param name its name
   * @return the number
   * @throws IllegalArgumentException if there is none that is an int
   */
  public int count(String name) {
    JsonNode value = node.required(name);
    return require(value.isIntegralNumber() && value.canConvertToInt(), name, value).intValue();
  }

  /**
   * A number, which may be NaN or infinite.
   *
   * @param name its name
   * @return the number
   * @throws IllegalArgumentException if there is none
   */
  public double number(String name) {
    JsonNode value = node.required(name);
    return value.isTextual()
        ? notFinite(value.textValue())
        : require(value.isNumber(), name, value).doubleValue();
  }

  /** JSON has no such numbers; Jackson writes their names. */
  private static double notFinite(String text) {
    return switch (text) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw new IllegalArgumentException(text + " is no number");
    };
  }

  private static JsonNode require(boolean isSo, String name, JsonNode value) {
    if (!isSo) {
      throw new IllegalArgumentException(name + " is " + value.getNodeType());
    }
    return value;
  }
}
