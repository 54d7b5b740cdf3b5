package org.mf4j.data.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mf4j.data.formats.SeriesFile;
import org.mf4j.data.series.DataException;

/**
 * A directory of data sets, laid out as the archive unpacks: {@code NAME/NAME_TRAIN.ts}, or without
 * the folders: {@code NAME_TRAIN.ts}. Other formats than {@code .ts} are found too.
 *
 * @param path the directory
 */
public record LocalDirectory(Path path) {
  private static final Pattern TRAINING_FILE =
      Pattern.compile("(.+)_TRAIN\\.(" + String.join("|", SeriesFile.extensions()) + ")");

  /**
   * The directory is there.
   *
   * @throws DataException if there is no such directory
   */
  public LocalDirectory {
    if (!Files.isDirectory(path)) {
      throw new DataException(
          String.format(
              "The data directory %s does not exist; name the directory that holds"
                  + " NAME/NAME_TRAIN.ts.",
              path));
    }
  }

  /**
   * The files of a data set.
   *
   * @param name its name
   * @return the files; empty if the training set is not here
   */
  public Optional<SetFiles> find(String name) {
    return find(path, name);
  }

  /** As {@link #find(String)}, in a directory that need not be there. */
  static Optional<SetFiles> find(Path path, String name) {
    // The archive puts the equal-length version of a set into the zip of the set.
    List<Path> folders =
        List.of(path.resolve(name), path.resolve(ArchiveServer.zipName(name)), path);
    return folders.stream()
        .flatMap(folder -> SeriesFile.extensions().stream().map(e -> SetFiles.in(folder, name, e)))
        .filter(files -> Files.exists(files.train()))
        .findFirst();
  }

  /**
   * The data sets that are here.
   *
   * @return their names in alphabetical order
   * @throws DataException if the directory cannot be read
   */
  public List<String> names() {
    try (Stream<Path> entries = Files.list(path)) {
      return entries.flatMap(entry -> name(entry).stream()).sorted().toList();
    } catch (IOException e) {
      throw new DataException("The data directory " + path + " cannot be read: " + e + ".", e);
    }
  }

  private Optional<String> name(Path entry) {
    String name = entry.getFileName().toString();
    Matcher file = TRAINING_FILE.matcher(name);
    if (file.matches()) {
      return Optional.of(file.group(1));
    }
    return Files.isDirectory(entry) && find(name).isPresent()
        ? Optional.of(name)
        : Optional.empty();
  }
}
