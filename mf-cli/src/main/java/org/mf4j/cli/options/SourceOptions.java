package org.mf4j.cli.options;

import java.nio.file.Path;
import java.util.Optional;
import org.mf4j.cli.output.Progress;
import org.mf4j.cli.output.Understood;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.formats.SeriesFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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
      description =
          "Training set, in place of --dataset: a .ts, .csv, .tsv, .txt or .arff file, or a folder"
              + " that holds a folder per class and in it a file per series.")
  private Path train;

  @Mixin private ColumnOptions columns;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** {@return whether an option is there} */
  boolean isGiven() {
    return dataset != null || dataDir.folder().isPresent() || train != null;
  }

  /**
   * The file.
   *
   * @return its place, if it was named
   * @throws IllegalArgumentException if only its columns are
   */
  public Optional<Path> file() {
    if (train == null && columns.isGiven()) {
      throw new IllegalArgumentException(
          "--id, --time, --label, --target and --channels need --train; give both.");
    }
    return Optional.ofNullable(train);
  }

  /**
   * Reads the file and says what it was taken for.
   *
   * @return what is there, if a file was named
   */
  public Optional<SeriesFile> read() {
    return file().map(this::read);
  }

  /**
   * Reads another file as --train is read.
   *
   * @param file its place
   * @return what is there
   */
  SeriesFile read(Path file) {
    return Understood.print(spec.commandLine(), columns.read(file, true));
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
