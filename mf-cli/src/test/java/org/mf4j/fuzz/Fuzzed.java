package org.mf4j.fuzz;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.mf4j.cli.Run;
import org.mf4j.cli.options.SettingsOptions;
import org.mf4j.data.formats.SeriesFile;
import org.mf4j.data.series.DataException;
import org.mf4j.data.tables.TableColumns;
import org.mf4j.experiment.archive.MethodAccuracies;
import org.mf4j.experiment.archive.TrialJournal;
import org.mf4j.experiment.memory.MemoryJournal;
import org.mf4j.experiment.memory.MemoryOptions;
import org.mf4j.models.FittedModel;
import org.mf4j.search.journal.Journal;
import org.mf4j.training.TrainingState;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * What takes bytes or words that somebody else wrote. Each ends in a value or in the exception that
 * it documents; anything else leaves {@link #take}.
 */
enum Fuzzed {
  TS {
    @Override
    boolean take(byte[] input) throws IOException {
      return series(input, "ts");
    }
  },
  ARFF {
    @Override
    boolean take(byte[] input) throws IOException {
      return series(input, "arff");
    }
  },
  UCR {
    @Override
    boolean take(byte[] input) throws IOException {
      return series(input, "tsv");
    }
  },
  TABLE {
    private static final TableColumns COLUMNS =
        TableColumns.UNNAMED.withId("id").withTime("t").withLabel("class");

    @Override
    boolean take(byte[] input) throws IOException {
      Path file = file(input, "csv");
      boolean ofIds = series(() -> SeriesFile.of(file, COLUMNS, true));
      boolean ofRows =
          series(() -> SeriesFile.of(file, TableColumns.UNNAMED.withLabel("none"), false));
      boolean ofTargets =
          series(() -> SeriesFile.of(file, TableColumns.UNNAMED.withTarget("y"), true));
      return ofIds || ofRows || ofTargets;
    }
  },
  JOURNAL {
    private static final Map<String, Object> RUN = Map.of("run", "fuzz");

    @Override
    boolean take(byte[] input) throws IOException {
      Path file = file(input, "jsonl");
      boolean ofSearch = documented(() -> Journal.open(file, RUN, true).close());
      file(input, "jsonl");
      boolean ofTrials = documented(() -> TrialJournal.open(file, Map.of()).close());
      return ofSearch || ofTrials;
    }
  },
  MEMORY_JOURNAL {
    @Override
    boolean take(byte[] input) throws IOException {
      Path file = file(input, "jsonl");
      return documented(() -> MemoryJournal.open(file, MemoryOptions.standard()).close());
    }
  },
  /** Published accuracies that somebody brings. */
  ACCURACIES {
    @Override
    boolean take(byte[] input) throws IOException {
      Path file = file(input, "csv");
      try {
        return documented(() -> MethodAccuracies.read(file));
      } catch (DataException e) {
        requireSentence(e);
        return false;
      }
    }
  },
  /** From which interrupted training goes on. */
  TRAINING_STATE {
    @Override
    boolean take(byte[] input) {
      try {
        TrainingState.read(new DataInputStream(new ByteArrayInputStream(input)));
        return true;
      } catch (IOException e) {
        // Who names the file says the sentence.
        return false;
      }
    }
  },
  MODEL_FILE {
    @Override
    boolean take(byte[] input) throws IOException {
      Path file = file(input, "zip");
      return documented(() -> FittedModel.load(file));
    }
  },
  /** An entry of a good model is replaced: the first byte says which. */
  MODEL_ENTRY {
    @Override
    boolean take(byte[] input) throws IOException {
      Path file = file(ModelZip.withEntry(input), "zip");
      return documented(() -> FittedModel.load(file));
    }
  },
  LAYER_JSON {
    @Override
    boolean take(byte[] input) {
      try {
        return documented(
            () ->
                NeuralNetConfiguration.mapper()
                    .readValue(new String(input, StandardCharsets.UTF_8), Layer.class));
      } catch (IllegalArgumentException e) {
        // Jackson's own answer to a name of a class that cannot be one.
        requireSentence(e);
        return false;
      }
    }
  },
  /** What --settings and the parameters of Spark take. */
  SETTINGS_JSON {
    private static final SettingsOptions OPTIONS =
        CommandLine.populateCommand(
            new SettingsOptions(), "--settings", Folder.PATH.resolve("input.json").toString());

    @Override
    boolean take(byte[] input) throws IOException {
      file(input, "json");
      return documented(OPTIONS::file);
    }
  },
  /** Words of a command line, one a line; they are read but nothing is run. */
  OPTIONS {
    private static final Consumer<String[]> PARSER = Run.parser();

    @Override
    boolean take(byte[] input) {
      String text = new String(input, StandardCharsets.UTF_8);
      // picocli would read the file.
      if (text.lines().anyMatch(word -> word.startsWith("@"))) {
        return false;
      }
      try {
        PARSER.accept(text.lines().toArray(String[]::new));
        return true;
      } catch (ParameterException e) {
        requireSentence(e);
        return false;
      }
    }
  };

  /** {@return whether it was accepted} */
  abstract boolean take(byte[] input) throws IOException;

  /** Something that documents an IOException. */
  interface Reading {
    void run() throws IOException;
  }

  private static boolean documented(Reading reading) {
    try {
      reading.run();
      return true;
    } catch (IOException e) {
      requireSentence(e);
      return false;
    }
  }

  private static boolean series(byte[] input, String extension) throws IOException {
    Path file = file(input, extension);
    boolean labelled = series(() -> SeriesFile.of(file));
    boolean toPredict = series(() -> SeriesFile.toPredict(file));
    return labelled || toPredict;
  }

  private static boolean series(Runnable reading) {
    try {
      reading.run();
      return true;
    } catch (DataException e) {
      requireSentence(e);
      if (e.getMessage().contains("\n")) {
        throw new AssertionError("a message of several lines", e);
      }
      return false;
    }
  }

  private static void requireSentence(Exception e) {
    if (e.getMessage() == null || e.getMessage().isBlank()) {
      throw new AssertionError("no message", e);
    }
  }

  private static Path file(byte[] input, String extension) throws IOException {
    return Files.write(Folder.PATH.resolve("input." + extension), input);
  }

  /** In memory where there is such a file system. */
  private static final class Folder {
    static final Path PATH = create();

    private static Path create() {
      try {
        Path memory = Path.of("/dev/shm");
        Path folder =
            Files.isWritable(memory)
                ? Files.createTempDirectory(memory, "fuzz")
                : Files.createTempDirectory("fuzz");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        return folder;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void delete(Path folder) {
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
        Files.delete(folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
