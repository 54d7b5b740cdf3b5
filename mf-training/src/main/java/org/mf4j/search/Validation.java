package org.mf4j.search;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.series.Split;

/** What configurations learn from and what they are compared on. */
public sealed interface Validation extends Serializable {
  /**
   * Divides a training set.
   *
   * @param train the set
   * @param seed decides what goes where
   * @return one split or more; a score is the mean over them
   * @throws org.mf4j.data.series.DataException if the set is too small
   */
  List<Split> splits(SeriesSet train, long seed);

  /**
   * Whether early stopping looks at the validation part, as in the papers while settings are
   * selected; otherwise at the training loss.
   *
   * @return true but for the test set
   */
  default boolean endsTraining() {
    return true;
  }

  /** {@return the kind of validation in words} */
  String describe();

  /**
   * A part is set aside, class by class for classification.
   *
   * @param fraction its share, in (0, 1); the papers use {@link Split#VALIDATION_FRACTION}
   */
  record HoldOut(double fraction) implements Validation {
    /**
     * The fraction is in (0, 1).
     *
     * @throws IllegalArgumentException if the fraction is outside (0, 1)
     */
    public HoldOut {
      Split.requireFraction(fraction);
    }

    @Override
    public List<Split> splits(SeriesSet train, long seed) {
      return List.of(Split.holdOut(train, fraction, seed));
    }

    @Override
    public String describe() {
      return String.format(Locale.ROOT, "hold-out of %s", fraction);
    }
  }

  /**
   * k folds take turns, class by class for classification.
   *
   * @param folds k, at least 2
   */
  record KFold(int folds) implements Validation {
    /**
     * There are at least two folds.
     *
     * @throws IllegalArgumentException if there are fewer than two folds
     */
    public KFold {
      Split.requireFolds(folds);
    }

    @Override
    public List<Split> splits(SeriesSet train, long seed) {
      return Split.kFold(train, folds, seed);
    }

    @Override
    public String describe() {
      return folds + " folds";
    }
  }

  /**
   * The predefined test set, for final scores: the whole training set is learned from. Selecting by
   * it would flatter.
   *
   * @param test the test set
   */
  record TestSet(SeriesSet test) implements Validation {
    @Override
    public List<Split> splits(SeriesSet train, long seed) {
      return List.of(new Split(train, test));
    }

    @Override
    public boolean endsTraining() {
      return false;
    }

    @Override
    public String describe() {
      return "test set";
    }
  }
}
