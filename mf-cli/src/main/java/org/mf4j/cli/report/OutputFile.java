package org.mf4j.cli.report;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

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
  private final Path part;

  private OutputFile(Path path) {
    this.path = path;
    this.part =
        path.resolveSibling(
            "." + path.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    // Ctrl-C ends the process without running any finally block.
    part.toFile().deleteOnExit();
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
    // A link such as /dev/stdout must not be replaced by a file.
    boolean taken =
        Files.exists(file, NOFOLLOW_LINKS) && !Files.isRegularFile(file, NOFOLLOW_LINKS);
    require(!taken && folder != null, option, path, "is not a regular file; name a file to write.");
    require(Files.isDirectory(folder), option, path, "its folder is missing; create it first.");
    OutputFile output = new OutputFile(file);
    require(output.canCreate(), option, path, "its folder is not writable; choose another.");
    return output;
  }

  /**
   * Writes the file.
   *
   * @param content writes everything to the path that it is given
   * @throws IOException if writing or renaming fails; the file is then as it was before
   */
  public void write(Content content) throws IOException {
    try {
      content.writeTo(part);
      Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void require(boolean valid, String option, Path path, String sentence) {
    if (!valid) {
      throw new IllegalArgumentException(option + " " + path + ": " + sentence);
    }
  }

  /** Tried, because permissions do not tell it all: a file system can be read-only or special. */
  private boolean canCreate() {
    try {
      Files.createFile(part);
      Files.delete(part);
      return true;
    } catch (IOException e) {
      return false;
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
