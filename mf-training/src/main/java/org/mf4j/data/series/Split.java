package org.mf4j.data.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mf4j.random.SeededRandom;

/**
 * A training set in two parts: what candidates learn from and what they are compared on.
 *
 * @param train the part to learn from
 * @param validation the part to compare on
 */
public record Split(SeriesSet train, SeriesSet validation) {
  /** The papers' share of the validation part. */
  public static final double VALIDATION_FRACTION = 0.2;

  /**
   * Sets a random part aside. Of n series a fraction f gives round(f n) validation series; for
   * classification class by class (stratified), each class keeping one training series at least.
   * Both parts keep the order of the set.
   *
   * @param set the series
   * @param validationFraction f, in (0, 1); the papers use {@link #VALIDATION_FRACTION}
   * @param seed equal seeds give equal parts
   * @return the two parts
   * @throws IllegalArgumentException if the fraction is outside (0, 1)
   * @throws DataException if one part would be empty
   */
  public static Split holdOut(SeriesSet set, double validationFraction, long seed) {
    requireFraction(validationFraction);
    SeededRandom random = new SeededRandom(seed);
    boolean[] heldOut = new boolean[set.size()];
    for (int[] stratum : strata(set)) {
      random.shuffle(stratum);
      int most = set.isClassification() ? stratum.length - 1 : stratum.length;
      int held = (int) Math.min(most, Math.round(validationFraction * stratum.length));
      Arrays.stream(stratum, 0, held).forEach(i -> heldOut[i] = true);
    }
    return new Split(part(set, heldOut, false), part(set, heldOut, true));
  }

  /**
   * Divides a set into k folds, each of which is the validation part of one split. For
   * classification class by class (stratified): the numbers of a class in two folds differ by one
   * at most, and so do the sizes of the folds. All parts keep the order of the set.
   *
   * @param set the series
   * @param folds k, at least 2
   * @param seed equal seeds give equal parts
   * @return k splits
   * @throws IllegalArgumentException if k is below 2
   * @throws DataException if there are fewer series than folds
   */
  public static List<Split> kFold(SeriesSet set, int folds, long seed) {
    requireFolds(folds);
    SeededRandom random = new SeededRandom(seed);
    int[] foldOf = new int[set.size()];
    int dealt = 0;
    for (int[] stratum : strata(set)) {
      random.shuffle(stratum);
      for (int i : stratum) {
        foldOf[i] = dealt++ % folds;
      }
    }
    return IntStream.range(0, folds).mapToObj(fold -> fold(set, foldOf, fold)).toList();
  }

  private static Split fold(SeriesSet set, int[] foldOf, int fold) {
    boolean[] heldOut = new boolean[foldOf.length];
    for (int i = 0; i < foldOf.length; i++) {
      heldOut[i] = foldOf[i] == fold;
    }
    return new Split(part(set, heldOut, false), part(set, heldOut, true));
  }

  /**
   * Checks a share of a validation part.
   *
   * @param validationFraction the share
   * @throws IllegalArgumentException if it is outside (0, 1)
   */
  public static void requireFraction(double validationFraction) {
    if (!(validationFraction > 0 && validationFraction < 1)) {
      throw new IllegalArgumentException(
          "validationFraction = " + validationFraction + ": must lie in (0, 1)");
    }
  }

  /**
   * Checks a number of folds.
   *
   * @param folds k
   * @throws IllegalArgumentException if it is below 2
   */
  public static void requireFolds(int folds) {
    if (folds < 2) {
      throw new IllegalArgumentException("folds = " + folds + ": must be at least 2");
    }
  }

  private static List<int[]> strata(SeriesSet set) {
    if (!set.isClassification()) {
      return List.of(IntStream.range(0, set.size()).toArray());
    }
    List<int[]> strata = new ArrayList<>();
    for (int c = 0; c < set.classes().size(); c++) {
      int index = c;
      int[] members =
          IntStream.range(0, set.size())
              .filter(i -> set.series().get(i).target() == index)
              .toArray();
      if (members.length > 0) {
        strata.add(members);
      }
    }
    return strata;
  }

  private static SeriesSet part(SeriesSet set, boolean[] heldOut, boolean wanted) {
    int[] indices = IntStream.range(0, set.size()).filter(i -> heldOut[i] == wanted).toArray();
    if (indices.length == 0) {
      throw new DataException(
          String.format(
              "%s: its %d series are too few to set a validation part aside.",
              set.name(), set.size()));
    }
    return set.subset(indices);
  }
}
