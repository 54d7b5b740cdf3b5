package org.mf4j.summaries;

/**
 * The mean state of a part of the series: over round(start T) &lt;= t &lt; round(end T), and over
 * one step at least.
 *
 * @param start where the window begins, as a fraction of the series, in [0, 1)
 * @param end where it ends, above start, at most 1
 */
public record WindowMean(double start, double end) implements Summary {
  /**
   * The window is not empty and lies in the series.
   *
   * @throws IllegalArgumentException if the bounds are out of range
   */
  public WindowMean {
    if (!(start >= 0 && start < end && end <= 1)) {
      throw new IllegalArgumentException(
          "window = [" + start + ", " + end + "): needs 0 <= start < end <= 1");
    }
  }

  @Override
  public boolean needsLength() {
    return true;
  }

  @Override
  public void add(Snapshot step, double[][] memory) {
    steps(step.length()).add(step, memory);
  }

  @Override
  public void finish(Snapshot last, double[][] memory, double[][] features) {
    steps(last.length()).finish(last, memory, features);
  }

  @Override
  public void adjoint(
      Snapshot step, double[][] memory, double[][] gradient, double[] dH, double[] dBefore) {
    steps(step.length()).adjoint(step, memory, gradient, dH, dBefore);
  }

  private StepWindowMean steps(int length) {
    int first = Math.min(length - 1, (int) Math.round(start * length));
    return new StepWindowMean(first, Math.max(first + 1, (int) Math.round(end * length)));
  }
}
