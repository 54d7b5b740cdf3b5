package org.mf4j.data;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.mf4j.data.formats.SeriesFile;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.LearnableClasses;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.series.Sha256;
import org.mf4j.data.series.Split;

/**
 * The predefined split of a task: what models learn from and what they are judged on.
 *
 * @param train the training set
 * @param test the test set, its class indices those of {@code train.classes()}
 * @param sha256 hexadecimal SHA-256 digests under the keys {@code "test"} and {@code "train"}: of
 *     the files, or of the values where there is no file
 * @param notes what the user should know about how the files were read, one sentence each
 */
public record DatasetSplit(
    SeriesSet train, SeriesSet test, Map<String, String> sha256, List<String> notes) {
  /**
   * Checks that the sets belong together and numbers the classes of the test set as the training
   * set does.
   *
   * @throws DataException if the numbers of channels or the tasks differ, if the training set is
   *     not learnable ({@link LearnableClasses}), or if a class of the test set does not occur in
   *     the training set
   */
  public DatasetSplit {
    if (train.channels() != test.channels()) {
      throw new DataException(
          String.format(
              "%s: the number of channels is %d in the training set but %d in the test set.",
              train.name(), train.channels(), test.channels()));
    }
    if (train.isClassification() != test.isClassification()) {
      throw new DataException(
          String.format(
              "%s: one set has class labels, the other numbers to regress; both must be the same.",
              train.name()));
    }
    if (train.isClassification()) {
      test = withClassesOf(train, test);
    }
    sha256 = Collections.unmodifiableMap(new TreeMap<>(sha256));
    notes = List.copyOf(notes);
  }

  /**
   * Two files, of any format that {@link SeriesFile} reads; {@link Datasets} finds them by name.
   *
   * @param train the training set
   * @param test the test set
   * @return both sets
   * @throws DataException if a file is missing or bad, or they do not belong together
   */
  public static DatasetSplit files(Path train, Path test) {
    return of(SeriesFile.of(train), SeriesFile.of(test));
  }

  /**
   * Two files that were read.
   *
   * @param first the training set
   * @param second the test set
   * @return both sets
   * @throws DataException if they do not belong together
   */
  public static DatasetSplit of(SeriesFile first, SeriesFile second) {
    return new DatasetSplit(
        first.series(),
        second.series(),
        Map.of("train", first.sha256(), "test", second.sha256()),
        Stream.concat(first.notes().stream(), second.notes().stream()).toList());
  }

  /**
   * Sets that were made, not read.
   *
   * @param train the training set
   * @param test the test set
   * @return both, with the digests of their values
   * @throws DataException if they do not belong together
   */
  public static DatasetSplit generated(SeriesSet train, SeriesSet test) {
    return new DatasetSplit(
        train, test, Map.of("train", Sha256.of(train), "test", Sha256.of(test)), List.of());
  }

  /**
   * One file, a part of which is set aside as the test set, class by class.
   *
   * @param file the file
   * @param share the share of the test set, in (0, 1)
   * @param seed equal seeds give equal parts
   * @return both parts, with the digests of their values
   * @throws DataException if the file is missing or bad, or one part would be empty
   */
  public static DatasetSplit heldOut(Path file, double share, long seed) {
    return heldOut(SeriesFile.of(file), share, seed);
  }

  /**
   * One file that was read, a part of which is set aside as the test set, class by class.
   *
   * @param read the file
   * @param share the share of the test set, in (0, 1)
   * @param seed equal seeds give equal parts
   * @return both parts, with the digests of their values
   * @throws DataException if one part would be empty
   */
  public static DatasetSplit heldOut(SeriesFile read, double share, long seed) {
    Split parts = Split.holdOut(LearnableClasses.require(read.series()), share, seed);
    DatasetSplit made = generated(parts.train(), parts.validation());
    return new DatasetSplit(made.train, made.test, made.sha256, read.notes());
  }

  /**
   * The same sets after a change of their values.
   *
   * @param change applied to either set
   * @return both changed, with the digests and notes of what was read
   */
  public DatasetSplit map(UnaryOperator<SeriesSet> change) {
    return new DatasetSplit(change.apply(train), change.apply(test), sha256, notes);
  }

  private static SeriesSet withClassesOf(SeriesSet train, SeriesSet test) {
    List<String> known = LearnableClasses.require(train).occurringClasses();
    for (String label : test.occurringClasses()) {
      if (!known.contains(label)) {
        throw new DataException(
            String.format(
                "%s: the test set has the class \"%s\", which the training set lacks (it has %s).",
                train.name(), label, String.join(", ", known)));
      }
    }
    return test.withClasses(train.classes());
  }
}
