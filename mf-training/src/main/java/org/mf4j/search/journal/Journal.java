package org.mf4j.search.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mf4j.search.TrialLog;
import org.mf4j.search.TrialResult;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.nd4j.shade.jackson.databind.node.ObjectNode;

/**
 * The finished trials of a search in a {@link JournalFile}, one per line, each on the disk before
 * the next trial of its thread begins. A trial whose line was not finished is run again.
 */
public final class Journal implements TrialLog, AutoCloseable {
  private final JournalFile file;
  private final List<TrialResult> results;

  private Journal(JournalFile file, List<TrialResult> results) {
    this.file = file;
    this.results = results;
  }

  /**
   * What keeps its trials.
   *
   * @param <T> what it finds
   */
  @FunctionalInterface
  public interface Work<T> {
    /**
     * Runs it.
     *
     * @param log where finished trials are kept
     * @return what it found
     * @throws IOException if the log cannot be written
     * @throws InterruptedException if the thread was interrupted
     */
    T run(TrialLog log) throws IOException, InterruptedException;
  }

  /**
   * Runs what a journal has not got; all of it without a journal.
   *
   * @param <T> what it finds
   * @param path the journal; none to keep trials in memory
   * @param search as for {@link #open}
   * @param resume as there
   * @param work what is run
   * @return what it found
   * @throws IOException as there
   * @throws InterruptedException if the thread was interrupted
   */
  public static <T> T keeping(
      Optional<Path> path, Map<String, Object> search, boolean resume, Work<T> work)
      throws IOException, InterruptedException {
    if (path.isEmpty()) {
      return work.run(TrialLog.inMemory());
    }
    try (Journal log = open(path.get(), search, resume)) {
      return work.run(log);
    }
  }

  /**
   * Opens a journal, or begins it.
   *
   * @param path the journal
   * @param search what identifies the search: strings, numbers, and lists and maps of such
   * @param resume whether results that are there are to be gone on with; otherwise the file must be
   *     new or empty
   * @return the journal, which nobody else can open meanwhile
   * @throws IOException if the file is the journal of another search, is no journal, is in use or
   *     cannot be written; the message is one sentence
   */
  public static Journal open(Path path, Map<String, Object> search, boolean resume)
      throws IOException {
    JournalFile file = JournalFile.open(path, search, resume);
    try {
      List<TrialResult> results = new ArrayList<>();
      for (String line : file.lines()) {
        results.add(TrialLine.read(line, path, results.size()));
      }
      return new Journal(file, results);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  @Override
  public synchronized List<TrialResult> results() {
    return List.copyOf(results);
  }

  @Override
  public synchronized void append(List<TrialResult> finished) throws IOException {
    file.append(finished.stream().map(TrialLine::write).toList());
    results.addAll(finished);
  }

  @Override
  public void close() throws IOException {
    file.close();
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

    static TrialResult read(String line, Path file, int index) throws IOException {
      return JournalLine.read(
          line,
          file,
          index,
          trial ->
              new TrialResult(
                  trial.text("configuration"),
                  trial.count("draw"),
                  trial.has("score")
                      ? OptionalDouble.of(trial.number("score"))
                      : OptionalDouble.empty(),
                  trial.has("failure") ? Optional.of(trial.text("failure")) : Optional.empty(),
                  trial.number("seconds")));
    }
  }
}
