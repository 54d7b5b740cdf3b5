package org.mf4j.data;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mf4j.data.formats.SeriesFile;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.series.Sha256;
import org.mf4j.data.series.SingleClass;

/**
 * The predefined split of a task: what models learn from and what they are judged on.
 *
 * @param train the training set
 * @param test the test set, its class indices those of {@code train.classes()}
 * @param sha256 hexadecimal SHA-256 digests under the keys {@code "test"} and {@code "train"}: of
 *     the files, or of the values where there is no file
 */
public record DatasetSplit(SeriesSet train, SeriesSet test, Map<String, String> sha256) {
  /**
   * Checks that the sets belong together and numbers the classes of the test set as the training
   * set does.
   *
   * @throws DataException if the numbers of channels or the tasks differ, if the training set has
   *     one class only, or if a class of the test set does not occur in the training set
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
    SeriesFile first = SeriesFile.of(train);
    SeriesFile second = SeriesFile.of(test);
    return new DatasetSplit(
        first.series(), second.series(), Map.of("train", first.sha256(), "test", second.sha256()));
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
        train, test, Map.of("train", Sha256.of(train), "test", Sha256.of(test)));
  }

  private static SeriesSet withClassesOf(SeriesSet train, SeriesSet test) {
    List<String> known = SingleClass.refuse(train).occurringClasses();
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
