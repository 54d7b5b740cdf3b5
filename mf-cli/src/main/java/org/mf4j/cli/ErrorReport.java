package org.mf4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import org.mf4j.data.series.DataException;
import org.mf4j.options.NearestName;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells an error in one line on stderr: a sentence that says what to do, no stack trace unless
 * {@code --stacktrace} is given.
 */
final class ErrorReport implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final String STACKTRACE = "--stacktrace";

  /**
   * The option of every command; looked up among the words, since a bad option ends the parsing.
   */
  OptionSpec stacktraceOption() {
    return OptionSpec.builder(STACKTRACE)
        .scopeType(ScopeType.INHERIT)
        .description("Print the stack trace of an error.")
        .build();
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    return report(e.getCommandLine(), e, Arrays.asList(args));
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    return report(command, e, parsed.originalArgs());
  }

  /** picocli hands exceptions to its handlers, but lets this one error through. */
  static int runAndCatchOutOfMemory(ParseResult parsed) {
    try {
      return new RunLast().execute(parsed);
    } catch (OutOfMemoryError e) {
      throw new ExecutionException(
          parsed.commandSpec().commandLine(),
          "",
          new IllegalArgumentException(
              "The memory does not suffice; choose fewer --units or raise the limit, for example"
                  + " MF_JAVA_OPTS=-Xmx8g.",
              e));
    }
  }

  private static int report(CommandLine command, Exception e, List<String> args) {
    PrintWriter err = command.getErr();
    err.println("mf: " + sentence(e).strip().replaceAll("\\s*\\R\\s*", " "));
    if (args.contains(STACKTRACE)) {
      e.printStackTrace(err);
    }
    err.flush();
    return isCorrectable(e) ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
  }

  private static boolean isCorrectable(Exception e) {
    return e instanceof ParameterException
        || e instanceof DataException
        || e instanceof IllegalArgumentException
        // What diverges is a matter of settings and data, and says so.
        || e instanceof ArithmeticException
        || e instanceof IOException
        || e instanceof UncheckedIOException;
  }

  private static String sentence(Exception e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    if (e instanceof ParameterException missing && e.getMessage().startsWith("Missing required")) {
      return e.getMessage() + ". " + helpOf(missing);
    }
    if (e instanceof UncheckedIOException unchecked) {
      return sentence(unchecked.getCause());
    }
    if (e instanceof NoSuchFileException missing) {
      return missing.getFile() + ": there is no such file.";
    }
    if (e instanceof AccessDeniedException denied) {
      return denied.getFile() + ": access denied; check the permissions.";
    }
    return isCorrectable(e)
        ? String.valueOf(e.getMessage())
        : "Unexpected "
            + e.getClass().getSimpleName()
            + " ("
            + e.getMessage()
            + "); please report it with the output of --stacktrace.";
  }

  private static String unmatched(UnmatchedArgumentException e) {
    String kind = e.isUnknownOption() ? "option" : "argument";
    // picocli's own order puts a long option with a common beginning before a plain typing error.
    List<String> nearest =
        NearestName.similar(e.getUnmatched().get(0), e.getSuggestions()).stream().limit(2).toList();
    String hint = nearest.isEmpty() ? "" : "Did you mean " + String.join(" or ", nearest) + "? ";
    return "Unknown %s %s. %s%s".formatted(kind, e.getUnmatched().get(0), hint, helpOf(e));
  }

  private static String helpOf(ParameterException e) {
    return "See " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help.";
  }
}
