package org.mf4j.cli;

import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** The command as it was typed. */
final class CommandWords {
  private CommandWords() {}

  /** In one line; words with blanks in quotes. */
  static String of(CommandSpec spec) {
    return spec.root().commandLine().getParseResult().originalArgs().stream()
        .map(word -> word.matches("\\S+") ? word : "'" + word + "'")
        .collect(Collectors.joining(" ", "./mf ", ""));
  }
}
