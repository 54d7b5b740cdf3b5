package org.mf4j.cli.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is written whole or not at all: the content goes to a neighbour of it, which takes
 * its name at the end. The neighbour disappears on failure and on Ctrl-C.
 */
public final class OutputFile {
  private final Path path;

  private OutputFile(Path path) {
    this.path = path;
  }

  /**
   * Checks that a file can be written, so that a command fails before it computes, not after.
   *
   * @param option the option that named the file, for the message
   * @param path the file to write; replaced if it exists
   * @return the file, not yet written
   * @throws IllegalArgumentException if the folder is missing or not writable, or the path is not a
   *     regular file
   */
  public static OutputFile at(String option, Path path) {
    Path file = path.toAbsolutePath().normalize();
    Path folder = file.getParent();
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          option + " " + path + ": is not a regular file; name a file to write.");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          option + " " + path + ": there is no folder " + folder + "; create it first.");
    }
    if (!Files.isWritable(folder)) {
      throw new IllegalArgumentException(
          option + " " + path + ": the folder " + folder + " is not writable.");
    }
    return new OutputFile(file);
  }

  /**
   * Writes the file.
   *
   * @param content writes everything to the path that it is given
   * @throws IOException if writing or renaming fails; the file is then as it was before
   */
  public void write(Content content) throws IOException {
    Path part =
        path.resolveSibling(
            "." + path.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    // Ctrl-C ends the process without running the finally block below.
    part.toFile().deleteOnExit();
    try {
      content.writeTo(part);
      Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** What a file shall hold. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes it.
     *
     * @param file the file to create
     * @throws IOException if writing fails
     */
    void writeTo(Path file) throws IOException;
  }
}
