package org.mf4j.cli.options;

import java.nio.file.Path;
import java.util.Optional;
import org.mf4j.cli.output.Progress;
import org.mf4j.data.DatasetSplit;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say where a training set comes from: an archive, by its name, or a file. */
public final class SourceOptions {
  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      description =
          "Data set of the UCR, UEA or TSER archive: taken from --data-dir, the folder $$MF_DATA or"
              + " the cache, ~/.cache/mf4j, or else downloaded into the cache.")
  private String dataset;

  @Mixin private DataDirOption dataDir;

  @Option(
      names = "--train",
      paramLabel = "FILE",
      description = "Training set, a .ts, .csv, .tsv, .txt or .arff file, in place of --dataset.")
  private Path train;

  /** {@return whether an option is there} */
  boolean isGiven() {
    return dataset != null || dataDir.folder().isPresent() || train != null;
  }

  /** {@return the file, if it was named} */
  public Optional<Path> file() {
    return Optional.ofNullable(train);
  }

  /**
   * Reads the data set of the archive.
   *
   * @return its training set and its test set, if it was named
   * @throws IllegalArgumentException if only the folder to look in is given
   */
  public Optional<DatasetSplit> named() {
    if (dataset == null && dataDir.folder().isPresent()) {
      throw new IllegalArgumentException("--data-dir needs --dataset; give both.");
    }
    return Optional.ofNullable(dataset).map(this::read);
  }

  private DatasetSplit read(String name) {
    try (Progress progress = new Progress()) {
      return dataDir.places().read(name, progress.downloads());
    }
  }
}
