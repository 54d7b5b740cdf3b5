package org.mf4j.training;

/** Is told how training goes on. Called on the thread that trains. */
@FunctionalInterface
public interface EpochListener {
  /** Ignores everything. */
  EpochListener NONE = (epoch, epochs, loss) -> {};

  /**
   * An epoch has ended.
   *
   * @param epoch its number, from 1
   * @param epochs the largest number of epochs that may come
   * @param loss the mean loss per series over the epoch
   */
  void onEpoch(int epoch, int epochs, double loss);
}
