package org.mf4j.cli.options;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.mf4j.files.WholeFile;
import picocli.CommandLine.Option;

/** Files that a command writes, checked before anything is computed. */
public final class OutputFile {
  private OutputFile() {}

  /** {@code --csv} of the commands that find more than they print. */
  public static final class Csv {
    @Option(names = "--csv", paramLabel = "FILE", description = "Also write all results as CSV.")
    private Path path;

    /** {@return the file, if the option is there} */
    public Optional<WholeFile> file() {
      return Optional.ofNullable(path).map(file -> of("--csv", file));
    }
  }

  /** {@code --json} of the commands whose results other programs read. */
  public static final class Json {
    @Option(names = "--json", paramLabel = "FILE", description = "Also write the results as JSON.")
    private Path path;

    /** {@return the file, if the option is there} */
    public Optional<WholeFile> file() {
      return Optional.ofNullable(path).map(file -> of("--json", file));
    }
  }

  /**
   * A file.
   *
   * @param option the option that names it, for the message
   * @param path its place
   * @return the file, which can be written
   * @throws IllegalArgumentException if it cannot be written
   */
  public static WholeFile of(String option, Path path) {
    String subject = option + " " + path;
    // A link such as /dev/stdout must not be replaced by a file.
    require(
        Files.notExists(path, NOFOLLOW_LINKS) || Files.isRegularFile(path, NOFOLLOW_LINKS),
        subject,
        "is not a regular file; name a file to write.");
    require(
        Files.isDirectory(path.toAbsolutePath().getParent()),
        subject,
        "its folder is missing; create it first.");
    WholeFile file = new WholeFile(path);
    require(file.canBeWritten(), subject, "its folder is not writable; choose another.");
    return file;
  }

  /** Throws a sentence on the subject unless it is valid. */
  static void require(boolean valid, String subject, String sentence) {
    if (!valid) {
      throw new IllegalArgumentException(subject + ": " + sentence);
    }
  }
}
