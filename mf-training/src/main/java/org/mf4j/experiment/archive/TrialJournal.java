package org.mf4j.experiment.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.series.Sha256;
import org.mf4j.experiment.Trial;
import org.mf4j.models.ModelSettings;
import org.mf4j.search.journal.JournalFile;
import org.mf4j.search.journal.JournalLine;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.nd4j.shade.jackson.databind.node.ObjectNode;

/**
 * The finished trials of an archive, in a file or until the process ends. A trial is known by its
 * data, settings and seed, so that one journal serves runs over more sets, of more models or of
 * more trials. What failed is not kept: it is tried again.
 */
public final class TrialJournal implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Optional<JournalFile> file;
  private final Map<String, Trial> trials = new HashMap<>();

  private TrialJournal(Optional<JournalFile> file) {
    this.file = file;
  }

  /** {@return a journal that is gone when the process ends} */
  public static TrialJournal inMemory() {
    return new TrialJournal(Optional.empty());
  }

  /**
   * Opens a journal and goes on with it, or begins it.
   *
   * @param path the file
   * @param versions what results depend on beside data, settings and seed
   * @return the journal, which nobody else can open meanwhile
   * @throws IOException if the file is another journal, one made with other versions, is in use or
   *     cannot be written; the message is one sentence
   */
  public static TrialJournal open(Path path, Map<String, Object> versions) throws IOException {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("run", "archive");
    run.putAll(versions);
    JournalFile file = JournalFile.open(path, run, true);
    try {
      TrialJournal journal = new TrialJournal(Optional.of(file));
      List<String> lines = file.lines();
      for (int i = 0; i < lines.size(); i++) {
        journal.read(lines.get(i), path, i);
      }
      return journal;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /**
   * What identifies a trial.
   *
   * @param data what is learned and predicted, as it was read
   * @param settings the settings of the model
   * @param seed the seed
   * @return 64 hexadecimal digits
   */
  static String key(DatasetSplit data, ModelSettings settings, long seed) {
    return HexFormat.of()
        .formatHex(Sha256.of(data.sha256() + "\n" + settings.describe() + "\n" + seed));
  }

  Optional<Trial> find(String key) {
    return Optional.ofNullable(trials.get(key));
  }

  /** Keeps a trial; set and model are for people who read the file. */
  void keep(String key, String set, String model, Trial trial) throws IOException {
    if (file.isPresent()) {
      ObjectNode line = MAPPER.createObjectNode();
      line.put("key", key);
      line.put("set", set);
      line.put("model", model);
      line.put("seed", trial.seed());
      line.put("score", trial.score());
      line.put("fitSeconds", trial.fitSeconds());
      line.put("predictSeconds", trial.predictSeconds());
      trial
          .belief()
          .ifPresent(
              belief -> {
                line.put("logLoss", belief.logLoss());
                line.put("calibrationError", belief.calibrationError());
              });
      file.get().append(List.of(line.toString()));
    }
    trials.put(key, trial);
  }

  private void read(String line, Path path, int index) throws IOException {
    JournalLine.read(
        line,
        path,
        index,
        trial ->
            trials.put(
                trial.text("key"),
                new Trial(
                    trial.whole("seed"),
                    trial.number("score"),
                    trial.number("fitSeconds"),
                    trial.number("predictSeconds"),
                    belief(trial))));
  }

  /** Models that tell no probabilities have none. */
  private static Optional<Trial.Belief> belief(JournalLine trial) {
    return trial.has("logLoss")
        ? Optional.of(new Trial.Belief(trial.number("logLoss"), trial.number("calibrationError")))
        : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    if (file.isPresent()) {
      file.get().close();
    }
  }
}
