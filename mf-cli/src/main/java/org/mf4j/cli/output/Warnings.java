package org.mf4j.cli.output;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mf4j.data.series.LearnableClasses;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.series.SinglePrecision;
import org.mf4j.models.ModelSettings;
import org.mf4j.options.Printable;
import org.mf4j.stability.report.StabilityWarnings;
import picocli.CommandLine;

/**
 * Tells on stderr, before anything is fitted, what is odd about the series and what theory has
 * against the settings.
 */
public final class Warnings {
  private Warnings() {}

  /**
   * Prints one line per warning.
   *
   * @param command where to
   * @param models the settings
   * @param series what they are to be fitted to
   */
  public static void print(CommandLine command, List<ModelSettings> models, SeriesSet series) {
    PrintWriter err = command.getErr();
    Stream<String> doubts =
        Stream.of(LearnableClasses.doubt(series), SinglePrecision.doubt(series))
            .flatMap(Optional::stream)
            .map(Printable::escaped);
    Stream<String> theory =
        models.stream().flatMap(model -> StabilityWarnings.of(model, series.maxLength()).stream());
    Stream.concat(doubts, theory).map(warning -> "mf: warning: " + warning).forEach(err::println);
    err.flush();
  }
}
