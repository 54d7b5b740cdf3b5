package org.mf4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.mf4j.data.formats.SeriesFile;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Looks at the files of a command before it runs: what it writes must not be what it reads, nor
 * what another of its options writes, by whatever path.
 */
final class KeptInputs {
  /** The options that name what is written; every other path is read. */
  static final Set<String> WRITTEN =
      Set.of("--best", "--card", "--csv", "--journal", "--journals", "--json", "--out", "--report");

  /** What commands write in folders that are named, and beside a file that is. */
  private static final List<String> INSIDE =
      List.of("report.html", "report.md", "report.json", "archive.csv", "archive.json");

  private static final String BESIDE = ".training";

  /** A folder holds series of its own as files, or a folder deeper. */
  private static final int DEPTH = 2;

  private final CommandLine command;
  private final List<Named> read = new ArrayList<>();
  private final List<Named> written = new ArrayList<>();

  /** A path and what it was named by. */
  private record Named(String option, Path path) {
    @Override
    public String toString() {
      return option + " " + path;
    }
  }

  private KeptInputs(CommandLine command) {
    this.command = command;
  }

  /**
   * Checks the command that is to run.
   *
   * @throws ParameterException if it would write over one of its own files
   */
  static void require(ParseResult parsed) {
    List<CommandLine> commands = parsed.asCommandLineList();
    KeptInputs files = new KeptInputs(commands.get(commands.size() - 1));
    files.command.getParseResult().matchedArgs().forEach(files::add);
    files.check();
  }

  private void add(ArgSpec arg) {
    if (arg.getValue() instanceof Path path) {
      String name = arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
      (WRITTEN.contains(name) ? written : read).add(new Named(name, path));
    }
  }

  private void check() {
    for (Named output : written) {
      for (Named input : read) {
        require(!isSame(output.path, input.path), output, "is the file of " + input.option);
        require(!isSeriesOf(output.path, input), output, "lies among the series of " + input);
        besides(output.path)
            .filter(made -> isSame(made, input.path))
            .forEach(made -> require(false, output, "would replace " + input));
      }
      written.stream()
          .filter(other -> !other.equals(output))
          .forEach(
              other ->
                  require(!isSame(output.path, other.path), output, "is that of " + other.option));
    }
  }

  private void require(boolean valid, Named output, String predicate) {
    if (!valid) {
      throw new ParameterException(command, "%s: %s; name another.".formatted(output, predicate));
    }
  }

  private static Stream<Path> besides(Path output) {
    return Stream.concat(
        INSIDE.stream().map(output::resolve),
        Stream.of(output.resolveSibling(output.getFileName() + BESIDE)));
  }

  /** Whether a file would be read as a series when the command is repeated. */
  private static boolean isSeriesOf(Path output, Named input) {
    String name = String.valueOf(output.getFileName()).toLowerCase(Locale.ROOT);
    boolean isArchive = input.option.equals("--data-dir");
    boolean isSeries =
        SeriesFile.isNamed(output) && (!isArchive || name.matches(".*_(train|test)\\..*"));
    if (!isSeries || !Files.isDirectory(input.path) || input.option.equals("--watch")) {
      return false;
    }
    Path folder = place(input.path.resolve(name)).getParent();
    Path file = place(output);
    return file.startsWith(folder) && file.getNameCount() - folder.getNameCount() <= DEPTH;
  }

  /** Whether one file; a folder may be read and written to. */
  private static boolean isSame(Path one, Path other) {
    if (Files.isDirectory(one)) {
      return false;
    }
    try {
      boolean both = Files.exists(one) && Files.exists(other);
      return both ? Files.isSameFile(one, other) : place(one).equals(place(other));
    } catch (IOException e) {
      return place(one).equals(place(other));
    }
  }

  /** Where a file is or will be, whatever links lead there. */
  private static Path place(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path folder = absolute.getParent();
    try {
      return folder == null ? absolute : folder.toRealPath().resolve(absolute.getFileName());
    } catch (IOException e) {
      return absolute;
    }
  }
}
