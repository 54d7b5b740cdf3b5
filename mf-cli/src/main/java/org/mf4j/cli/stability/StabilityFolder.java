package org.mf4j.cli.stability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.mf4j.figures.html.HtmlPage;
import org.mf4j.files.WholeFile;

/**
 * The folder of a stability report: report.html and report.md for people, report.json for programs.
 */
public final class StabilityFolder {
  private final Path folder;

  private StabilityFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Checks, before anything is computed, that the folder can be made.
   *
   * @param option the option that names it, for the message
   * @param folder the folder; may be missing, unlike the one that it is in
   * @return the folder
   * @throws IllegalArgumentException if it cannot be made or written to
   */
  public static StabilityFolder prepare(String option, Path folder) {
    Path parent = folder.toAbsolutePath().normalize().getParent();
    boolean exists = Files.isDirectory(folder);
    boolean usable =
        exists
            ? new WholeFile(folder.resolve("report.md")).canBeWritten()
            : Files.notExists(folder) && Files.isDirectory(parent) && Files.isWritable(parent);
    if (!usable) {
      throw new IllegalArgumentException(
          option
              + " "
              + folder
              + ": is no folder that can be written; name one, or a new one in a"
              + " folder that exists.");
    }
    return new StabilityFolder(folder);
  }

  /**
   * Writes the three files.
   *
   * @param text the report for people
   * @param page the same with pictures
   * @param json the report for programs
   * @throws IOException if writing fails
   */
  public void write(StabilityText text, HtmlPage page, StabilityJson json) throws IOException {
    Files.createDirectories(folder);
    new WholeFile(folder.resolve("report.json")).write(json::writeTo);
    new WholeFile(folder.resolve("report.html")).write(page::writeTo);
    new WholeFile(folder.resolve("report.md"))
        .write(file -> Files.writeString(file, markdown(text.lines())));
  }

  private static String markdown(List<String> lines) {
    return "# Stability\n\n```text\n" + String.join("\n", lines) + "\n```\n";
  }
}
