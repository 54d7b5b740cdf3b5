package org.mf4j.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.formats.SeriesFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that choose a training set. */
final class TrainingSetOptions {
  @Option(
      names = "--train",
      paramLabel = "FILE",
      description = "Training set, a .ts, .csv, .tsv, .txt or .arff file; or name a --dataset.")
  private Path train;

  @Mixin private ArchiveOptions archive;

  TrainingSet load() {
    Optional<DatasetSplit> named = archive.read();
    if (named.isPresent() == (train != null)) {
      throw new IllegalArgumentException("Name either --train FILE or --dataset NAME.");
    }
    return named
        .map(DatasetSplit::train)
        .map(set -> new TrainingSet(set, set.name()))
        .orElseGet(() -> new TrainingSet(SeriesFile.read(train), train.getFileName().toString()));
  }
}
