package org.mf4j.cli.output;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.experiment.FitCost;
import org.mf4j.models.ModelSettings;
import org.mf4j.options.Printable;
import picocli.CommandLine;

/** Tells on stderr, before it is spent, what a long or large fit will take. */
public final class Expense {
  private static final double LONG_SECONDS = 60;
  private static final double LARGE_SHARE = 0.5;
  private static final double GIGA = 1e9;

  private Expense() {}

  /**
   * Prints one line per model whose fit takes over a minute, or over half of the memory of this
   * machine.
   *
   * @param command where to
   * @param models the settings
   * @param train what they are to be fitted to
   */
  public static void print(CommandLine command, List<ModelSettings> models, SeriesSet train) {
    PrintWriter err = command.getErr();
    models.forEach(model -> of(model, train).ifPresent(err::println));
    err.flush();
  }

  /**
   * What somebody should know before a fit.
   *
   * @param model the settings
   * @param train what they are to be fitted to
   * @return one line, or nothing
   */
  public static Optional<String> of(ModelSettings model, SeriesSet train) {
    FitCost cost = FitCost.of(model, train);
    long memory =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    boolean large = cost.bytes() > LARGE_SHARE * memory;
    if (cost.seconds() <= LONG_SECONDS && !large) {
      return Optional.empty();
    }
    return Optional.of(
        Words.format(
            "mf: a fit of %s to the %d series of %s will take about %s and %.1f GB of memory%s;"
                + " fewer neurons (--units) take less.",
            model.kind().id(),
            train.size(),
            Printable.escaped(train.name()),
            Words.time(cost.seconds()),
            cost.bytes() / GIGA,
            large ? Words.format(", of %.1f GB that there are", memory / GIGA) : ""));
  }
}
