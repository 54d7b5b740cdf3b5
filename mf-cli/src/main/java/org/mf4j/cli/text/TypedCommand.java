package org.mf4j.cli.text;

import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** The command line as it was typed, for the provenance of reports. */
public final class TypedCommand {
  private TypedCommand() {}

  /** Words with blanks are in quotes. */
  public static String of(CommandSpec spec) {
    return spec.root().commandLine().getParseResult().originalArgs().stream()
        .map(word -> word.matches("\\S+") ? word : "'" + word + "'")
        .collect(Collectors.joining(" ", "./mf ", ""));
  }
}
