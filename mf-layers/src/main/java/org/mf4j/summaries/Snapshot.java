package org.mf4j.summaries;

/**
 * The states of some neurons at one step and at the step before, as a summary sees them. Only steps
 * that are present and lie after the washout are counted, so a summary knows neither masks nor
 * padding.
 */
public final class Snapshot {
  /** The length of a series that may go on. */
  public static final int UNKNOWN = -1;

  private final int t;
  private final int length;
  private final double[] h;
  private final double[] before;
  private final int from;
  private final int to;

  Snapshot(int t, int length, double[] h, double[] before, int from, int to) {
    this.t = t;
    this.length = length;
    this.h = h;
    this.before = before;
    this.from = from;
    this.to = to;
  }

  /** {@return the step, counted from 0} */
  public int t() {
    return t;
  }

  /** {@return T, how many steps the series has; {@link #UNKNOWN} while a stream runs} */
  public int length() {
    return length;
  }

  /** {@return the states at t, not to be changed} */
  public double[] h() {
    return h;
  }

  /** {@return the states at t - 1, not to be changed; without meaning at t = 0} */
  public double[] before() {
    return before;
  }

  /** {@return the first entry of the arrays that takes part} */
  public int from() {
    return from;
  }

  /** {@return one after the last entry that takes part} */
  public int to() {
    return to;
  }
}
