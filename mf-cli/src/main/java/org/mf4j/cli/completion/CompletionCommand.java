package org.mf4j.cli.completion;

import java.io.PrintWriter;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code mf completion}: commands, options and their values, for the Tab key. */
@Command(
    name = "completion",
    description =
        "Print what bash and zsh need to complete commands and options: source <(mf completion).")
public final class CompletionCommand implements Runnable {
  /** What the launcher answers in place of this program. */
  private static final List<String> OF_THE_LAUNCHER = List.of("example", "notebook");

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    CommandLine mf = spec.root().commandLine();
    OF_THE_LAUNCHER.forEach(name -> mf.addSubcommand(name, CommandSpec.create()));
    PrintWriter out = spec.commandLine().getOut();
    out.print(AutoComplete.bash(mf.getCommandName(), mf));
    out.flush();
  }
}
