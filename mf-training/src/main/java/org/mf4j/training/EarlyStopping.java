package org.mf4j.training;

import org.mf4j.options.Require;

/**
 * When training ends before its last epoch, and with which weights. What decides is a loss that the
 * weights have after an epoch: over the training set, or over a share of it that is held out and
 * not trained on.
 *
 * @param patience training ends after this many epochs in a row without a new lowest loss; 0 never
 * @param restoreBest whether the weights of the lowest loss are restored, those before training
 *     included, or the last ones stay, as in the papers; costs one pass forward per epoch
 * @param validationShare the share of the series that is held out, class by class, in [0, 1); 0
 *     watches the training loss
 */
public record EarlyStopping(int patience, boolean restoreBest, double validationShare) {
  /** All epochs, and the last weights. */
  public static final EarlyStopping NONE = new EarlyStopping(0, false, 0);

  /**
   * Patience counts epochs and the share is one.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public EarlyStopping {
    Require.nonNegative("patience", patience);
    Require.below("validationShare", validationShare, 1);
  }

  /**
   * The same with another patience.
   *
   * @param epochs 0 or above
   * @return new options
   */
  public EarlyStopping withPatience(int epochs) {
    return new EarlyStopping(epochs, restoreBest, validationShare);
  }

  /**
   * The same with the best or the last weights.
   *
   * @param best whether those of the lowest loss are restored
   * @return new options
   */
  public EarlyStopping withRestoreBest(boolean best) {
    return new EarlyStopping(patience, best, validationShare);
  }

  /**
   * The same, watching another share.
   *
   * @param share in [0, 1)
   * @return new options
   */
  public EarlyStopping withValidationShare(double share) {
    return new EarlyStopping(patience, restoreBest, share);
  }
}
