package org.mf4j.cli.output;

import java.io.PrintWriter;
import org.mf4j.data.formats.SeriesFile;
import org.mf4j.data.series.SeriesSummary;
import org.mf4j.options.Printable;
import picocli.CommandLine;

/** Tells on stderr what a file of the user's was taken for, before anything is made of it. */
public final class Understood {
  private Understood() {}

  /**
   * Prints a line for the file and one for everything that is to be known about it.
   *
   * @param command where to
   * @param file what was read
   * @return the same
   */
  public static SeriesFile print(CommandLine command, SeriesFile file) {
    PrintWriter err = command.getErr();
    SeriesSummary summary = SeriesSummary.of(file.series());
    file.notes().forEach(note -> err.println("mf: note: " + Printable.escaped(note)));
    err.println("mf: read " + Printable.escaped(summary.name() + ": " + summary.sentence()) + ".");
    err.flush();
    return file;
  }
}
