package org.mf4j.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

/**
 * A file that is written whole or not at all: the content goes to a neighbour of it, which takes
 * its name at the end. The neighbour disappears on failure and on Ctrl-C; that of a process that
 * was killed does when the file is written the next time.
 */
public final class WholeFile {
  private final Path path;
  private final Path part;

  /**
   * A file to write; touches nothing yet.
   *
   * @param path its place; replaced if it exists
   */
  public WholeFile(Path path) {
    this.path = path.toAbsolutePath().normalize();
    this.part =
        this.path.resolveSibling(
            "." + path.getFileName() + "." + ProcessHandle.current().pid() + ".part");
  }

  /**
   * Tries whether the file can be written. Permissions do not tell it all: a file system can be
   * read-only or special.
   *
   * @return false if its folder is missing or takes no new file
   */
  public boolean canBeWritten() {
    try {
      Files.createFile(part);
      Files.delete(part);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Writes the file.
   *
   * @param content writes everything to the path that it is given, which does not exist yet
   * @throws IOException if writing or renaming fails; the file is then as it was before
   */
  public void write(Content content) throws IOException {
    // Ctrl-C ends the process without running the finally block.
    part.toFile().deleteOnExit();
    Leftovers.remove(path.getParent(), parts());
    try {
      content.writeTo(part);
      Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private Pattern parts() {
    return Pattern.compile(
        Pattern.quote("." + path.getFileName() + ".") + "([0-9]{1,18})" + Pattern.quote(".part"));
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
