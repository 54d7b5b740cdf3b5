package org.mf4j.summaries;

import java.util.Arrays;

/**
 * The state at one chosen step.
 *
 * @param step counted from 0 after the washout; negative from the end, so that -1 is the last
 */
public record StateAt(int step) implements Summary {
  @Override
  public boolean needsLength() {
    return step < 0;
  }

  @Override
  public void requireLength(int length) {
    if (step >= length || step < -length) {
      throw new IllegalArgumentException(
          "step = " + step + ": a series has only " + length + " steps after the washout");
    }
  }

  private boolean isAt(Snapshot other) {
    return other.t() == (step < 0 ? step + other.length() : step);
  }

  @Override
  public void add(Snapshot now, double[][] memory) {
    if (isAt(now)) {
      System.arraycopy(now.h(), now.from(), memory[0], now.from(), now.to() - now.from());
    }
  }

  @Override
  public void finish(Snapshot last, double[][] memory, double[][] features) {
    if (step > last.t()) {
      Arrays.fill(features[0], last.from(), last.to(), Double.NaN);
      return;
    }
    System.arraycopy(memory[0], last.from(), features[0], last.from(), last.to() - last.from());
  }

  @Override
  public void adjoint(
      Snapshot now, double[][] memory, double[][] gradient, double[] dH, double[] dBefore) {
    if (isAt(now)) {
      for (int i = now.from(); i < now.to(); i++) {
        dH[i] += gradient[0][i];
      }
    }
  }
}
