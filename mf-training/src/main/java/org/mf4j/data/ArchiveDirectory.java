package org.mf4j.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A directory laid out as the archive unpacks: {@code NAME/NAME_TRAIN.ts}. */
record ArchiveDirectory(Path path) {
  static ArchiveDirectory of(Path path) {
    if (!Files.isDirectory(path)) {
      throw new DataException(
          String.format(
              "The data directory %s does not exist; name the directory that holds"
                  + " NAME/NAME_TRAIN.ts.",
              path));
    }
    return new ArchiveDirectory(path);
  }

  /** The folder of a data set; fails with the nearest name if there is none. */
  Path folder(String name) {
    List<String> names = names();
    if (!names.contains(name)) {
      throw new DataException(
          String.format("There is no data set \"%s\" in %s; %s", name, path, hint(name, names)));
    }
    return path.resolve(name);
  }

  private String hint(String name, List<String> names) {
    return NearestName.of(name, names)
        .map(nearest -> "did you mean \"" + nearest + "\"?")
        .orElse("it holds no folder NAME with a file NAME_TRAIN.ts.");
  }

  private List<String> names() {
    try (Stream<Path> entries = Files.list(path)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> Files.exists(path.resolve(name).resolve(name + "_TRAIN.ts")))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new DataException("The data directory " + path + " cannot be read: " + e + ".", e);
    }
  }
}
