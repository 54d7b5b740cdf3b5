package org.mf4j.data.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A data set of the archives whose files are known. Other names can be loaded all the same; only
 * their files cannot be checked.
 *
 * @param name the name, as the archive spells it
 * @param trainSha256 digest of NAME_TRAIN.ts as distributed; empty if it is not known
 * @param testSha256 digest of NAME_TEST.ts as distributed; empty if it is not known
 */
public record KnownSet(String name, Optional<String> trainSha256, Optional<String> testSha256) {
  private static final List<KnownSet> ALL = read();

  /**
   * All of them.
   *
   * @return the sets in the order of their archives
   */
  public static List<KnownSet> all() {
    return ALL;
  }

  /**
   * The known set of a name.
   *
   * @param name the name, in exact spelling
   * @return the set; empty if it is not known
   */
  public static Optional<KnownSet> of(String name) {
    return ALL.stream().filter(set -> set.name.equals(name)).findFirst();
  }

  private static List<KnownSet> read() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                KnownSet.class.getResourceAsStream("known-sets.csv"), StandardCharsets.UTF_8))) {
      // A comment and the names of the columns come first.
      return reader.lines().skip(2).map(KnownSet::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KnownSet parse(String line) {
    String[] cells = line.split(",", -1);
    return new KnownSet(cells[0], digest(cells[1]), digest(cells[2]));
  }

  private static Optional<String> digest(String cell) {
    return cell.equals("-") ? Optional.empty() : Optional.of(cell);
  }
}
