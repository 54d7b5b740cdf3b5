package org.mf4j.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine;

/** One run of the command line in this process: what it printed and how it ended. */
public record Run(int exitCode, String out, String err) {
  /** Runs the words after {@code mf}. */
  public static Run mf(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        Mf.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    String[] words = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      words[i] = args[i].toString();
    }
    int exitCode = command.execute(words);
    return new Run(exitCode, out.toString(), err.toString());
  }

  /** {@return what reads words, time and again, without running what they ask for} */
  public static Consumer<String[]> parser() {
    return Mf.commandLine()::parseArgs;
  }

  /** What stderr has beside what files were taken for. */
  public List<String> complaints() {
    return err.lines()
        .filter(line -> !line.startsWith("mf: read ") && !line.startsWith("mf: note: "))
        .toList();
  }

  /**
   * The command line in a process of its own, to be started.
   *
   * @param jvm options of Java
   * @param words after {@code mf}
   */
  public static List<String> process(List<String> jvm, List<String> words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.mf4j.cli.Mf"));
    command.addAll(words);
    return command;
  }
}
