package org.mf4j.data.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.text.TextLines;

/**
 * A folder per class and in it a file per series: {@code walk/monday.csv}. In a file ({@code .csv},
 * {@code .tsv}, {@code .txt}) a line is a step and a column a channel; {@link TableColumns} may
 * name the time and the channels. A folder that holds files itself holds series whose class or
 * number is in a column of theirs, or, to predict, is not known. Folders and files go by name.
 */
public final class ClassFolder {
  private final Path folder;
  private final TableColumns columns;
  private final SeriesCollector series;
  private final List<String> notes = new ArrayList<>();
  private Path first;
  private List<String> channels = List.of();

  private ClassFolder(Path folder, TableColumns columns, SeriesCollector series) {
    this.folder = folder;
    this.columns = columns;
    this.series = series;
  }

  /**
   * Reads all files.
   *
   * @param folder the folder
   * @param columns the columns of every file
   * @param targetsRequired false accepts a folder without classes
   * @param notes takes what the user should know, one sentence each
   * @return a series per file, the set named like the folder
   * @throws DataException if a file is bad or there is none
   * @throws IllegalArgumentException if the columns name an id: a file is one series
   */
  public static SeriesSet readAll(
      Path folder, TableColumns columns, boolean targetsRequired, List<String> notes) {
    if (columns.id().isPresent()) {
      throw new IllegalArgumentException(
          "id: " + folder + " is a folder, in which a file is a series; leave the id out");
    }
    ClassFolder reader =
        new ClassFolder(folder, columns, new SeriesCollector(columns, targetsRequired));
    SeriesSet set = reader.readAll();
    notes.addAll(reader.notes);
    return set;
  }

  private SeriesSet readAll() {
    List<Path> classes = inside(folder, path -> isVisible(path) && Files.isDirectory(path));
    boolean labelled = columns.answer().isEmpty() && !classes.isEmpty();
    if (labelled) {
      classes.forEach(
          one -> files(one).forEach(file -> read(file, Optional.of(one.getFileName().toString()))));
    } else {
      files(folder).forEach(file -> read(file, Optional.empty()));
    }
    if (series.size() == 0) {
      throw new DataException(
          folder
              + " holds no series: a folder for every class is expected, and in it a .csv, .tsv or"
              + " .txt file for every series.");
    }
    notes.add(
        "%s has %d files%s; channels: %s."
            .formatted(
                folder,
                series.size(),
                labelled ? " in " + classes.size() + " folders" : "",
                String.join(", ", channels)));
    return series.build(folder.toAbsolutePath().normalize().getFileName().toString());
  }

  private void read(Path file, Optional<String> label) {
    if (!Files.isRegularFile(file)) {
      // A pipe that nobody writes to would be waited for without end.
      throw new DataException(file + " is no regular file; take it out of the folder.");
    }
    try (TextLines lines = TextLines.open(file, SeriesTable.KIND)) {
      SeriesTable.Content content = SeriesTable.Content.read(lines, columns);
      requireSameChannels(file, content.header().channels());
      label.ifPresentOrElse(
          name -> series.addFile(lines, content.rows(), name),
          () -> series.addFile(lines, content.rows()));
      notes.addAll(lines.notes());
    }
  }

  private void requireSameChannels(Path file, List<String> names) {
    if (first == null) {
      first = file;
      channels = names;
    }
    if (!names.equals(channels)) {
      throw new DataException(
          "%s has the channels %s, but %s has %s; name those that all files have."
              .formatted(file, names, first, channels));
    }
  }

  private static List<Path> files(Path folder) {
    return inside(folder, path -> isVisible(path) && isTable(path));
  }

  private static boolean isTable(Path path) {
    return path.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv|txt)");
  }

  private static boolean isVisible(Path path) {
    return !path.getFileName().toString().startsWith(".");
  }

  private static List<Path> inside(Path folder, Predicate<Path> kept) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(kept).sorted().toList();
    } catch (IOException e) {
      throw new DataException(folder + " cannot be read: " + e + ".", e);
    }
  }
}
