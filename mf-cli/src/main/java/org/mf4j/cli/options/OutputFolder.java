package org.mf4j.cli.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mf4j.files.WholeFile;

/** An option that names a folder to write to, made if missing before anything is computed. */
public record OutputFolder(String name, Path path) {
  /** The folder, which takes files. */
  public Path folder() throws IOException {
    require(Files.notExists(path) || Files.isDirectory(path), "is not a folder; name a folder.");
    require(
        Files.isDirectory(path) || Files.isDirectory(path.toAbsolutePath().getParent()),
        "the folder that is to hold it is missing; create it first.");
    if (Files.notExists(path)) {
      Files.createDirectory(path);
    }
    require(new WholeFile(path.resolve("file")).canBeWritten(), "is not writable; choose another.");
    return path;
  }

  private void require(boolean valid, String sentence) {
    if (!valid) {
      throw new IllegalArgumentException(name + " " + path + ": " + sentence);
    }
  }
}
