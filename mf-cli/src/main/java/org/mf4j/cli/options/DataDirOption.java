package org.mf4j.cli.options;

import java.nio.file.Path;
import java.util.Optional;
import org.mf4j.data.Datasets;
import picocli.CommandLine.Option;

/** {@code --data-dir} of the commands that read data sets by their names. */
public final class DataDirOption {
  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Folder to look in first; holds NAME/NAME_TRAIN.ts and NAME/NAME_TEST.ts.")
  private Path folder;

  /** {@return the folder, if the option is there} */
  public Optional<Path> folder() {
    return Optional.ofNullable(folder);
  }

  /** {@return where data sets are looked for: that folder first, if it is given} */
  public Datasets places() {
    Datasets standard = Datasets.standard();
    return folder().map(standard::after).orElse(standard);
  }
}
