package org.mf4j.spark;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;
import org.mf4j.data.series.DataException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/**
 * The command line of a cluster, for {@code spark-submit --class org.mf4j.spark.Main}: options,
 * defaults and errors are those of {@code mf train} and {@code mf predict}. The exit code is 0 for
 * success, 2 for input that the user can correct, 1 for anything else. Without a master it runs on
 * all processors of this machine.
 */
@Command(
    name = "mf spark",
    description = "Memristive-friendly reservoirs on Spark.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    sortOptions = false,
    usageHelpAutoWidth = true,
    subcommands = {FitCommand.class, PredictCommand.class, SearchCommand.class, ScaleCommand.class})
public final class Main {
  private Main() {}

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setParameterExceptionHandler((e, args) -> report(e.getCommandLine(), e))
        .setExecutionExceptionHandler(Main::report);
  }

  /**
   * Runs one command and ends the process with its exit code.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** What spark-submit has set up, or all processors of this machine. */
  static SparkSession session() {
    SparkConf conf =
        MemristiveSpark.configure(new SparkConf()).setIfMissing("spark.master", "local[*]");
    return SparkSession.builder().appName("mf4j").config(conf).getOrCreate();
  }

  private static int report(Exception e, CommandLine command, ParseResult parsed) {
    return report(command, e);
  }

  private static int report(CommandLine command, Exception e) {
    Throwable told = cause(e);
    boolean correctable = isCorrectable(told);
    PrintWriter err = command.getErr();
    err.println(
        "mf: "
            + (correctable
                ? String.valueOf(told.getMessage())
                    .strip()
                    .replaceAll("\\s*\\R\\s*", " ")
                    .replaceFirst("^\\[[A-Z_.]+\\] ", "")
                : "Unexpected " + told));
    err.flush();
    return correctable ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
  }

  /** Spark wraps what an executor says in what happened to the job. */
  private static Throwable cause(Throwable e) {
    return Stream.iterate(e, one -> one != null, Throwable::getCause)
        .filter(Main::isCorrectable)
        .reduce((outer, inner) -> inner)
        .orElse(e);
  }

  private static boolean isCorrectable(Throwable e) {
    return e instanceof ParameterException
        || e instanceof DataException
        // A path that is not there, and its like.
        || e instanceof AnalysisException
        || e instanceof IllegalArgumentException
        || e instanceof IOException
        || e instanceof UncheckedIOException;
  }
}
