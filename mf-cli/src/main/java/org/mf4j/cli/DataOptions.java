package org.mf4j.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.mf4j.data.ControlCharts;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.formats.SeriesFile;
import org.mf4j.data.series.MissingValues;
import org.mf4j.data.series.Split;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that choose a training set and a test set and what is done to them. */
final class DataOptions {
  /** Fixed, so that trials of different seeds are scored on the same series. */
  private static final long SPLIT_SEED = 1;

  @Mixin private ArchiveOptions archive;

  @Option(
      names = "--train",
      paramLabel = "FILE",
      description = "Training set, a .ts, .csv, .tsv, .txt or .arff file.")
  private Path train;

  @Option(names = "--test", paramLabel = "FILE", description = "Test set, a file like --train's.")
  private Path test;

  @Option(
      names = "--hold-out",
      paramLabel = "SHARE",
      converter = Share.class,
      description =
          "In place of --test: set this share of the series of --train aside as the test set, class"
              + " by class; 0.3 is usual. The same file and share give the same sets.")
  private Double holdOut;

  @Mixin private TransformOption transforms;

  /** Reads or generates the sets and transforms them; they have no missing values. */
  DatasetSplit load() {
    DatasetSplit read = read();
    DatasetSplit sets = transforms.pipeline().fit(read.train()).apply(read);
    MissingValues.refuse(sets.train());
    MissingValues.refuse(sets.test());
    return sets;
  }

  /** Whether an option names data, in place of the generated charts. */
  boolean isGiven() {
    return archive.isGiven() || train != null || test != null || holdOut != null;
  }

  /** What is done to the series, as the option takes it; empty for nothing. */
  String transforms() {
    return transforms.pipeline().text();
  }

  private DatasetSplit read() {
    if (train == null && (test != null || holdOut != null)) {
      throw new IllegalArgumentException(
          (test != null ? "--test" : "--hold-out") + " needs --train; give both.");
    }
    Optional<DatasetSplit> named = archive.read();
    if (named.isPresent() && train != null) {
      throw new IllegalArgumentException(
          "Name either --dataset, or --train with --test, not both.");
    }
    return named.orElseGet(
        () -> train != null ? files() : ControlCharts.generate(ControlCharts.DEFAULT_SEED));
  }

  private DatasetSplit files() {
    if ((test == null) == (holdOut == null)) {
      throw new IllegalArgumentException(
          "--train needs --test FILE, or --hold-out 0.3 to set a part of it aside; give one of the"
              + " two.");
    }
    if (test != null) {
      return DatasetSplit.files(train, test);
    }
    Split split = Split.holdOut(SeriesFile.read(train), holdOut, SPLIT_SEED);
    return DatasetSplit.generated(split.train(), split.validation());
  }
}
