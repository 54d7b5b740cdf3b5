package org.mf4j.cli.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.mf4j.files.WholeFile;
import picocli.CommandLine.Option;

/** A folder that a command writes to, checked before anything is computed and made if missing. */
public final class OutputFolder {
  private final Path path;

  private OutputFolder(Path path) {
    this.path = path;
  }

  /** {@code --report} of the commands whose results are worth a page. */
  public static final class Report {
    @Option(
        names = "--report",
        paramLabel = "DIR",
        description =
            "Also write report.html, with pictures and in need of no other file, report.md and"
                + " report.json to this folder, made if missing.")
    private Path path;

    /** {@return the folder, if the option is there} */
    public Optional<OutputFolder> folder() {
      return Optional.ofNullable(path).map(folder -> of("--report", folder));
    }
  }

  /**
   * A folder; makes nothing yet.
   *
   * @param option the option that names it, for the message
   * @param path its place; the folder that it is in must be there
   * @return the folder
   * @throws IllegalArgumentException if it can neither be written nor made
   */
  public static OutputFolder of(String option, Path path) {
    String subject = option + " " + path;
    boolean exists = Files.isDirectory(path);
    Path holder = path.toAbsolutePath().normalize().getParent();
    OutputFile.require(exists || Files.notExists(path), subject, "is not a folder; name a folder.");
    OutputFile.require(
        exists || Files.isDirectory(holder),
        subject,
        "the folder that is to hold it is missing; create it first.");
    OutputFile.require(
        new WholeFile((exists ? path : holder).resolve("file")).canBeWritten(),
        subject,
        "is not writable; choose another.");
    return new OutputFolder(path);
  }

  /**
   * Makes the folder unless it is there.
   *
   * @return its place
   * @throws IOException if it cannot be made
   */
  public Path made() throws IOException {
    return Files.createDirectories(path);
  }
}
