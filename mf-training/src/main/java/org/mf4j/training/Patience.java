package org.mf4j.training;

/** Counts the epochs since the lowest loss. */
final class Patience {
  private final int limit;
  private double lowest = Double.POSITIVE_INFINITY;
  private int waited;

  /** A limit of 0 never ends. */
  Patience(int limit) {
    this.limit = limit;
  }

  /**
   * Takes the loss of an epoch.
   *
   * @param loss the loss
   * @return whether {@code limit} epochs in a row, this one included, brought no new lowest loss
   */
  boolean endsAfter(double loss) {
    if (loss < lowest) {
      lowest = loss;
      waited = 0;
    } else {
      waited++;
    }
    return limit > 0 && waited >= limit;
  }
}
