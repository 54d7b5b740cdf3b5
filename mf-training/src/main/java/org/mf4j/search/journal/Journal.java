package org.mf4j.search.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.mf4j.search.TrialLog;
import org.mf4j.search.TrialResult;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.nd4j.shade.jackson.databind.node.ObjectNode;

/**
 * A file of finished trials, one JSON object per line, below one line that says which search it is.
 * A line is on the disk before the next trial of its thread begins. Only what ends in a line feed
 * counts: the end of a line that a killed process was writing is cut off, and its trial is run
 * again.
 */
public final class Journal implements TrialLog, AutoCloseable {
  private final FileChannel channel;
  private final List<TrialResult> results;

  private Journal(FileChannel channel, List<TrialResult> results) {
    this.channel = channel;
    this.results = results;
  }

  /**
   * Opens a journal, or begins it.
   *
   * @param file the journal
   * @param search what identifies the search: strings, numbers, and lists and maps of such
   * @param resume whether results that are there are to be gone on with; otherwise the file must be
   *     new or empty
   * @return the journal, which nobody else can open meanwhile
   * @throws IOException if the file is the journal of another run, is no journal, is in use or
   *     cannot be written; the message is one sentence
   */
  public static Journal open(Path file, Map<String, Object> search, boolean resume)
      throws IOException {
    if (!resume && Files.exists(file) && Files.size(file) > 0) {
      throw new IOException(file + " exists; resume it (--resume) or name another file.");
    }
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      JournalLock.take(channel, file);
      return new Journal(channel, read(channel, file, search));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static List<TrialResult> read(FileChannel channel, Path file, Map<String, Object> search)
      throws IOException {
    byte[] bytes = bytes(channel);
    int end = endOfLastLine(bytes);
    String header = JournalHeader.line(search);
    if (end == 0) {
      JournalHeader.requireStartOf(file, header, bytes);
      channel.truncate(0);
      write(channel, header);
      return new ArrayList<>();
    }
    List<String> lines = new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList();
    JournalHeader.require(file, lines.get(0), search);
    List<TrialResult> results = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      results.add(TrialLine.read(lines.get(i), file, i + 1));
    }
    // What a killed process was writing.
    channel.truncate(end);
    channel.position(end);
    return results;
  }

  private static byte[] bytes(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      // A channel may give less than was asked for.
    }
    return bytes.array();
  }

  private static int endOfLastLine(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  @Override
  public synchronized List<TrialResult> results() {
    return List.copyOf(results);
  }

  @Override
  public synchronized void append(List<TrialResult> finished) throws IOException {
    write(channel, finished.stream().map(TrialLine::write).collect(Collectors.joining("\n")));
    results.addAll(finished);
  }

  private static void write(FileChannel channel, String lines) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((lines + "\n").getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Two searches must not write one journal. The lock goes with the channel or the process. */
  static final class JournalLock {
    private JournalLock() {}

    static void take(FileChannel channel, Path file) throws IOException {
      if (!isFree(channel)) {
        throw new IOException(file + " is in use by another run; wait or name another file.");
      }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
      try {
        return channel.tryLock() != null;
      } catch (OverlappingFileLockException e) {
        // Held by this process.
        return false;
      }
    }
  }

  /** A finished trial as a line of JSON. */
  static final class TrialLine {
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
}
