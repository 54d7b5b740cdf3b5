package org.mf4j.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.mf4j.cli.Run;
import org.mf4j.data.formats.SeriesFile;
import org.mf4j.data.series.DataException;
import org.mf4j.data.tables.TableColumns;
import org.mf4j.experiment.archive.TrialJournal;
import org.mf4j.models.FittedModel;
import org.mf4j.search.journal.Journal;
import picocli.CommandLine.ParameterException;

/**
 * What takes bytes or words that somebody else wrote. Each ends in a value or in the exception that
 * it documents; anything else leaves {@link #take}.
 */
enum Fuzzed {
  TS {
    @Override
    void take(byte[] input) throws IOException {
      series(input, "ts");
    }
  },
  ARFF {
    @Override
    void take(byte[] input) throws IOException {
      series(input, "arff");
    }
  },
  UCR {
    @Override
    void take(byte[] input) throws IOException {
      series(input, "tsv");
    }
  },
  TABLE {
    private static final TableColumns COLUMNS =
        TableColumns.UNNAMED.withId("id").withTime("t").withLabel("class");

    @Override
    void take(byte[] input) throws IOException {
      Path file = file(input, "csv");
      series(() -> SeriesFile.of(file, COLUMNS, true));
      series(() -> SeriesFile.of(file, TableColumns.UNNAMED.withLabel("none"), false));
      series(() -> SeriesFile.of(file, TableColumns.UNNAMED.withTarget("y"), true));
    }
  },
  JOURNAL {
    private static final Map<String, Object> RUN = Map.of("run", "fuzz");

    @Override
    void take(byte[] input) throws IOException {
      Path file = file(input, "jsonl");
      documented(() -> Journal.open(file, RUN, true).close());
      file(input, "jsonl");
      documented(() -> TrialJournal.open(file, Map.of()).close());
    }
  },
  MODEL_FILE {
    @Override
    void take(byte[] input) throws IOException {
      Path file = file(input, "zip");
      documented(() -> FittedModel.load(file));
    }
  },
  /** An entry of a good model is replaced: the first byte says which. */
  MODEL_ENTRY {
    @Override
    void take(byte[] input) throws IOException {
      Path file = file(ModelZip.withEntry(input), "zip");
      documented(() -> FittedModel.load(file));
    }
  },
  LAYER_JSON {
    @Override
    void take(byte[] input) {
      try {
        documented(
            () ->
                NeuralNetConfiguration.mapper()
                    .readValue(new String(input, StandardCharsets.UTF_8), Layer.class));
      } catch (IllegalArgumentException e) {
        // Jackson's own answer to a name of a class that cannot be one.
        requireSentence(e);
      }
    }
  },
  /** Words of a command line, one a line; they are read but nothing is run. */
  OPTIONS {
    @Override
    void take(byte[] input) {
      String text = new String(input, StandardCharsets.UTF_8);
      // picocli would read the file.
      if (text.lines().noneMatch(word -> word.startsWith("@"))) {
        try {
          Run.parsed(text.lines().toArray(String[]::new));
        } catch (ParameterException e) {
          requireSentence(e);
        }
      }
    }
  };

  abstract void take(byte[] input) throws IOException;

  /** Something that documents an IOException. */
  interface Reading {
    void run() throws IOException;
  }

  private static void documented(Reading reading) {
    try {
      reading.run();
    } catch (IOException e) {
      requireSentence(e);
    }
  }

  private static void series(byte[] input, String extension) throws IOException {
    Path file = file(input, extension);
    series(() -> SeriesFile.of(file));
    series(() -> SeriesFile.toPredict(file));
  }

  private static void series(Runnable reading) {
    try {
      reading.run();
    } catch (DataException e) {
      requireSentence(e);
      if (e.getMessage().contains("\n")) {
        throw new AssertionError("a message of several lines", e);
      }
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
