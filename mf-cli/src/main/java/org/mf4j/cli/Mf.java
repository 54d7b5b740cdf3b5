package org.mf4j.cli;

import org.mf4j.cli.archive.ArchiveCommand;
import org.mf4j.cli.compare.CompareCommand;
import org.mf4j.cli.completion.CompletionCommand;
import org.mf4j.cli.data.DataCommand;
import org.mf4j.cli.figures.FiguresCommand;
import org.mf4j.cli.forecast.ForecastCommand;
import org.mf4j.cli.gpu.GpuCommand;
import org.mf4j.cli.output.Provenance;
import org.mf4j.cli.reproduce.ReproduceCommand;
import org.mf4j.cli.robustness.RobustnessCommand;
import org.mf4j.cli.search.SearchCommand;
import org.mf4j.cli.stability.StabilityCommand;
import org.mf4j.cli.train.PredictCommand;
import org.mf4j.cli.train.ServeCommand;
import org.mf4j.cli.train.TrainCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/**
 * The command {@code mf}. Results go to stdout, everything else to stderr; the exit code is 0 for
 * success, 2 for input that the user can correct, 1 for anything else ({@code mf gpu}: 3 for no
 * GPU).
 */
@Command(
    name = "mf",
    description = "Memristive-friendly recurrent networks on time series.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Provenance.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    subcommands = {
      CompareCommand.class,
      TrainCommand.class,
      PredictCommand.class,
      ServeCommand.class,
      DataCommand.class,
      ForecastCommand.class,
      StabilityCommand.class,
      FiguresCommand.class,
      SearchCommand.class,
      ArchiveCommand.class,
      ReproduceCommand.class,
      RobustnessCommand.class,
      GpuCommand.class,
      CompletionCommand.class
    })
public final class Mf {
  private Mf() {}

  /**
   * The command line, ready to execute.
   *
   * @return a new instance that writes to the process's streams until told otherwise
   */
  static CommandLine commandLine() {
    ErrorReport errors = new ErrorReport();
    CommandLine mf = new CommandLine(new Mf());
    mf.getCommandSpec().addOption(errors.stacktraceOption());
    mf.getCommandSpec().addOption(Provenance.verboseOption());
    // Not in the annotation, whose footer the commands would inherit.
    mf.getCommandSpec()
        .usageMessage()
        .footer(
            "%nThe launcher ./mf also runs the examples: ./mf example lists them;"
                + " and what Spark fits: ./mf spark --help.");
    return mf.setExecutionStrategy(Mf::run)
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors);
  }

  private static int run(ParseResult parsed) {
    KeptInputs.require(parsed);
    return ErrorReport.runAndCatchOutOfMemory(parsed);
  }

  /**
   * Runs one command and ends the process with its exit code.
   *
   * @param args see {@code mf --help}
   */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }
}
