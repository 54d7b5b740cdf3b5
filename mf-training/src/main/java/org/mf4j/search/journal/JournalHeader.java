package org.mf4j.search.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/** The first line of a journal: which run it is. */
final class JournalHeader {
  private static final String FORMAT = "mf4jJournal";
  private static final int VERSION = 1;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JournalHeader() {}

  static String line(Map<String, Object> run) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put(FORMAT, VERSION);
    all.putAll(run);
    try {
      return MAPPER.writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("run: cannot be written as JSON", e);
    }
  }

  /** Refuses the journal of another run, naming the first thing that differs. */
  static void require(Path file, String line, Map<String, Object> run) throws IOException {
    String expected = line(run);
    if (line.equals(expected)) {
      return;
    }
    JsonNode here = MAPPER.readTree(expected);
    JsonNode there = parse(file, line);
    for (String name : (Iterable<String>) here::fieldNames) {
      if (!here.get(name).equals(there.get(name))) {
        throw new IOException(
            "%s is the journal of another run (%s %s there, %s here); name another file."
                .formatted(file, name, there.get(name), here.get(name)));
      }
    }
    throw new IOException(file + " is the journal of another run; name another file.");
  }

  /** A file without a whole line is the beginning of this journal, or none. */
  static void requireStartOf(Path file, String header, byte[] bytes) throws IOException {
    if (!header.startsWith(new String(bytes, StandardCharsets.UTF_8))) {
      throw noJournal(file, null);
    }
  }

  private static JsonNode parse(Path file, String line) throws IOException {
    try {
      JsonNode header = MAPPER.readTree(line);
      if (header != null && header.has(FORMAT)) {
        return header;
      }
    } catch (JsonProcessingException e) {
      throw noJournal(file, e);
    }
    throw noJournal(file, null);
  }

  private static IOException noJournal(Path file, Exception cause) {
    return new IOException(file + " is no journal; name another file.", cause);
  }
}
