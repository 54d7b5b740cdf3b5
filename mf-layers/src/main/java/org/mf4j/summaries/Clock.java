package org.mf4j.summaries;

import java.util.function.Consumer;

/** Counts the steps of several series and hands on neighbours that are at the same step at once. */
final class Clock {
  private final int washout;
  private final int neurons;
  private final int[] lengths;
  private final int[] seen;

  /**
   * Starts before the first step.
   *
   * @param lengths the present steps of every series with the washout; {@link Snapshot#UNKNOWN}
   *     where the series may go on
   */
  Clock(int washout, int neurons, int... lengths) {
    this.washout = washout;
    this.neurons = neurons;
    this.lengths = lengths;
    this.seen = new int[lengths.length];
  }

  /** The same clock before the first step. */
  Clock restarted() {
    return new Clock(washout, neurons, lengths);
  }

  int series() {
    return seen.length;
  }

  /** How many steps of a series were present so far. */
  int seen(int row) {
    return seen[row];
  }

  /** Goes on as if so many steps of a series had been present. */
  void resume(int row, int steps) {
    seen[row] = steps;
  }

  /** Advances the present series by one step; what lies after the washout goes to the action. */
  void advance(double[] h, double[] before, boolean[] present, Consumer<Snapshot> action) {
    for (int row = 0; row < seen.length; ) {
      int end = endOfEqual(row, present);
      int t = seen[row] - washout;
      if (present[row] && t >= 0) {
        action.accept(new Snapshot(t, length(row), h, before, row * neurons, end * neurons));
      }
      for (; row < end; row++) {
        seen[row] += present[row] ? 1 : 0;
      }
    }
  }

  private int endOfEqual(int row, boolean[] present) {
    int end = row + 1;
    while (end < seen.length
        && present[end] == present[row]
        && seen[end] == seen[row]
        && lengths[end] == lengths[row]) {
      end++;
    }
    return end;
  }

  /** The last step of one series; t is negative if the washout is not over. */
  Snapshot last(int row, double[] h) {
    int t = seen[row] - washout - 1;
    return new Snapshot(t, length(row), h, h, row * neurons, (row + 1) * neurons);
  }

  private int length(int row) {
    return lengths[row] == Snapshot.UNKNOWN ? Snapshot.UNKNOWN : lengths[row] - washout;
  }
}
