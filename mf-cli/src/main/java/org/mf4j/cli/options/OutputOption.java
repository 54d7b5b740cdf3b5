package org.mf4j.cli.options;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.nio.file.Files;
import java.nio.file.Path;
import org.mf4j.files.WholeFile;

/** An option that names a file to write, checked before anything is computed. */
public record OutputOption(String name, Path path) {
  /** The file, which can be written. */
  public WholeFile file() {
    // A link such as /dev/stdout must not be replaced by a file.
    require(
        Files.notExists(path, NOFOLLOW_LINKS) || Files.isRegularFile(path, NOFOLLOW_LINKS),
        "is not a regular file; name a file to write.");
    require(
        Files.isDirectory(path.toAbsolutePath().getParent()),
        "its folder is missing; create it first.");
    WholeFile file = new WholeFile(path);
    require(file.canBeWritten(), "its folder is not writable; choose another.");
    return file;
  }

  private void require(boolean valid, String sentence) {
    if (!valid) {
      throw new IllegalArgumentException(name + " " + path + ": " + sentence);
    }
  }
}
