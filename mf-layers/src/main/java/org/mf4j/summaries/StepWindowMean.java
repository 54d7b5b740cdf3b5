package org.mf4j.summaries;

import java.util.Arrays;

/**
 * The mean state over the steps start &lt;= t &lt; end.
 *
 * @param start the first step, counted from 0 after the washout
 * @param end one after the last step, above start
 */
public record StepWindowMean(int start, int end) implements Summary {
  /**
   * The window is not empty and does not begin before the series.
   *
   * @throws IllegalArgumentException if the bounds are out of range
   */
  public StepWindowMean {
    if (!(start >= 0 && start < end)) {
      throw new IllegalArgumentException(
          "window = [" + start + ", " + end + "): needs 0 <= start < end");
    }
  }

  @Override
  public void requireLength(int length) {
    if (length < end) {
      throw new IllegalArgumentException(
          "window = ["
              + start
              + ", "
              + end
              + "): a series has only "
              + length
              + " steps after the washout; give the window as fractions");
    }
  }

  @Override
  public void add(Snapshot step, double[][] memory) {
    if (isOutside(step.t())) {
      return;
    }
    double[] h = step.h();
    double[] sum = memory[0];
    for (int i = step.from(); i < step.to(); i++) {
      sum[i] += h[i];
    }
  }

  private boolean isOutside(int t) {
    return t < start || t >= end;
  }

  @Override
  public void finish(Snapshot last, double[][] memory, double[][] features) {
    if (last.t() + 1 < end) {
      Arrays.fill(features[0], last.from(), last.to(), Double.NaN);
      return;
    }
    for (int i = last.from(); i < last.to(); i++) {
      features[0][i] = memory[0][i] / (end - start);
    }
  }

  @Override
  public void adjoint(
      Snapshot step, double[][] memory, double[][] gradient, double[] dH, double[] dBefore) {
    double share = 1.0 / (end - start);
    for (int i = step.from(); i < step.to() && !isOutside(step.t()); i++) {
      dH[i] += gradient[0][i] * share;
    }
  }
}
