package org.mf4j.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.mf4j.cli.report.DownloadProgress;
import org.mf4j.cli.report.ProgressBars;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.Datasets;
import picocli.CommandLine.Option;

/** The options that choose a data set by its name. */
final class ArchiveOptions {
  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      description =
          "Data set of the UCR, UEA or TSER archive: taken from --data-dir, the folder $$MF_DATA or"
              + " the cache, ~/.cache/mf4j, or else downloaded into the cache.")
  private String dataset;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Folder to look in first; holds NAME/NAME_TRAIN.ts and NAME/NAME_TEST.ts.")
  private Path dataDir;

  /** Whether an option names a data set. */
  boolean isGiven() {
    return dataset != null || dataDir != null;
  }

  /** The data set, if one was named. */
  Optional<DatasetSplit> read() {
    if (dataset == null && dataDir != null) {
      throw new IllegalArgumentException("--data-dir needs --dataset; give both.");
    }
    return Optional.ofNullable(dataset).map(this::read);
  }

  private DatasetSplit read(String name) {
    Datasets standard = Datasets.standard();
    Datasets places = dataDir == null ? standard : standard.after(dataDir);
    try (DownloadProgress progress = new DownloadProgress(ProgressBars.ofThisProcess())) {
      return places.read(name, progress);
    }
  }
}
