package org.mf4j.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.mf4j.data.ControlCharts;
import org.mf4j.data.MissingValues;
import org.mf4j.data.TrainTest;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that choose a training set and a test set and what is done to them. */
final class DataOptions {
  @Mixin private ArchiveOptions archive;

  @Option(
      names = "--train",
      paramLabel = "FILE",
      description = "Training set, a .ts, .tsv, .txt or .arff file.")
  private Path train;

  @Option(names = "--test", paramLabel = "FILE", description = "Test set, a file like --train's.")
  private Path test;

  @Mixin private TransformOption transforms;

  /** Reads or generates the sets and transforms them; they have no missing values. */
  TrainTest load() {
    TrainTest read = read();
    TrainTest sets = transforms.pipeline().fit(read.train()).apply(read);
    MissingValues.refuse(sets.train());
    MissingValues.refuse(sets.test());
    return sets;
  }

  /** Whether an option names data, in place of the generated charts. */
  boolean isGiven() {
    return archive.isGiven() || train != null || test != null;
  }

  /** What is done to the series, as the option takes it; empty for nothing. */
  String transforms() {
    return transforms.pipeline().text();
  }

  private TrainTest read() {
    if ((train == null) != (test == null)) {
      throw new IllegalArgumentException(
          (train == null ? "--test needs --train" : "--train needs --test") + "; give both.");
    }
    Optional<TrainTest> named = archive.read();
    if (named.isPresent() && train != null) {
      throw new IllegalArgumentException(
          "Name either --dataset, or --train with --test, not both.");
    }
    return named.orElseGet(
        () ->
            train != null
                ? TrainTest.files(train, test)
                : ControlCharts.generate(ControlCharts.DEFAULT_SEED));
  }
}
