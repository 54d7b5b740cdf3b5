package org.mf4j.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Temporary files and folders of processes that were killed. What a process writes has its number
 * in the name, so that the next one knows what nobody writes any more.
 */
public final class Leftovers {
  /** Long enough for a process on another machine that writes into the same folder. */
  private static final Duration ABANDONED = Duration.ofMinutes(1);

  private Leftovers() {}

  /**
   * Removes what processes that are no more left, as far as it can be removed: it may be somebody
   * else's, who may be removing it at the same time.
   *
   * @param folder where they wrote
   * @param names the names of what they wrote; the first group is the number of the process
   * @throws IOException if the folder cannot be listed
   */
  public static void remove(Path folder, Pattern names) throws IOException {
    List<Path> entries;
    try (Stream<Path> all = Files.list(folder)) {
      entries = all.toList();
    }
    for (Path entry : entries) {
      Matcher name = names.matcher(entry.getFileName().toString());
      if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
        removeOld(entry);
      }
    }
  }

  private static void removeOld(Path entry) {
    try {
      if (isOld(entry)) {
        delete(entry);
      }
    } catch (IOException | UncheckedIOException e) {
      // It stays: what is in nobody's way is no reason not to write.
    }
  }

  /** A folder is as old as what was written last in it. */
  private static boolean isOld(Path entry) throws IOException {
    Instant limit = Instant.now().minus(ABANDONED);
    for (Path part : parts(entry)) {
      if (Files.getLastModifiedTime(part).toInstant().isAfter(limit)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Deletes a file, or a folder and all that is in it.
   *
   * @param entry the file or folder; nothing happens if it is not there
   * @throws IOException if something cannot be deleted
   */
  public static void delete(Path entry) throws IOException {
    for (Path part : parts(entry)) {
      Files.deleteIfExists(part);
    }
  }

  /** From the innermost out; links are not followed. */
  private static List<Path> parts(Path entry) throws IOException {
    if (Files.notExists(entry)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(entry)) {
      return all.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
