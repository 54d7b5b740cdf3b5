package org.mf4j.cli.options;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mf4j.data.formats.SeriesFile;
import org.mf4j.data.tables.TableColumns;
import picocli.CommandLine.Option;

/** The options that say what the columns of a table of series hold. */
public final class ColumnOptions {
  @Option(
      names = "--id",
      paramLabel = "COLUMN",
      description =
          "In a table, a .csv, .tsv or .txt file: the column that tells series apart, where a line"
              + " is a step. A column goes by its name in the first line, by its place from 1, or"
              + " as last.")
  private String id;

  @Option(
      names = "--time",
      paramLabel = "COLUMN",
      description =
          "The column of the times, numbers or dates, which order the steps. Default: their order"
              + " in the file.")
  private String time;

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      description =
          "The column of the class; none where there is none. Default: the first, and every line is"
              + " a series.")
  private String label;

  @Option(
      names = "--target",
      paramLabel = "COLUMN",
      description = "The column of the number to regress, in place of a class.")
  private String target;

  @Option(
      names = "--channels",
      paramLabel = "COLUMN",
      split = ",",
      description = "The columns of the channels. Default: all that are nothing else.")
  private List<String> channels = List.of();

  /** {@return whether an option is there} */
  public boolean isGiven() {
    return columns().isGiven();
  }

  /**
   * Reads a file, or a folder of files.
   *
   * @param file where
   * @param targetsRequired false accepts series without targets
   * @return what is there
   */
  public SeriesFile read(Path file, boolean targetsRequired) {
    return SeriesFile.of(file, columns(), targetsRequired);
  }

  private TableColumns columns() {
    return new TableColumns(
        Optional.ofNullable(id),
        Optional.ofNullable(time),
        Optional.ofNullable(label),
        Optional.ofNullable(target),
        channels);
  }
}
