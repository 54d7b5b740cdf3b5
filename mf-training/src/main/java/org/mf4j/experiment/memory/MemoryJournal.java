package org.mf4j.experiment.memory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mf4j.search.journal.JournalFile;
import org.mf4j.search.journal.JournalLine;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.nd4j.shade.jackson.databind.node.ObjectNode;

/** The trials that are over, in a file, from which an interrupted run goes on. */
public final class MemoryJournal implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final JournalFile file;
  private final Map<MemoryTrial, MemoryTrial.Outcome> outcomes = new LinkedHashMap<>();

  private MemoryJournal(JournalFile file) {
    this.file = file;
  }

  /**
   * Opens a journal and goes on with it, or begins it.
   *
   * @param path the file
   * @param options on which results depend
   * @return the journal
   * @throws IOException if it is that of another run, damaged, in use or cannot be written
   */
  public static MemoryJournal open(Path path, MemoryOptions options) throws IOException {
    // In an order that stays: that of Map.of differs from process to process.
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("options", options.toString());
    run.put("run", "memory");
    MemoryJournal journal = new MemoryJournal(JournalFile.open(path, run, true));
    try {
      int index = 0;
      for (String line : journal.file.lines()) {
        journal.read(line, path, index++);
      }
      return journal;
    } catch (IOException | RuntimeException e) {
      journal.close();
      throw e;
    }
  }

  /**
   * What a trial reached.
   *
   * @param trial which
   * @return empty if it has not ended yet
   */
  public Optional<MemoryTrial.Outcome> find(MemoryTrial trial) {
    return Optional.ofNullable(outcomes.get(trial));
  }

  /** Keeps a trial that is over. */
  void keep(MemoryTrial trial, MemoryTrial.Outcome outcome) throws IOException {
    ObjectNode line = MAPPER.createObjectNode();
    line.put("task", trial.question().name());
    line.put("length", trial.length());
    line.put("network", trial.contender().name());
    line.put("updates", outcome.updates());
    line.put("score", outcome.score());
    line.put("seconds", outcome.seconds());
    outcome.exponent().ifPresent(exponent -> line.put("exponent", exponent));
    line.put("reach", outcome.reach());
    file.append(List.of(line.toString()));
    outcomes.put(trial, outcome);
  }

  private void read(String line, Path path, int index) throws IOException {
    JournalLine.read(
        line,
        path,
        index,
        trial ->
            outcomes.put(
                new MemoryTrial(
                    Question.valueOf(trial.text("task")),
                    trial.count("length"),
                    Contender.valueOf(trial.text("network"))),
                new MemoryTrial.Outcome(
                    trial.count("updates"),
                    trial.number("score"),
                    trial.number("seconds"),
                    trial.has("exponent")
                        ? Optional.of(trial.number("exponent"))
                        : Optional.empty(),
                    trial.number("reach"))));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
