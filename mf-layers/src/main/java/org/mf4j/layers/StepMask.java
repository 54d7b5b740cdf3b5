package org.mf4j.layers;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Which series of a batch have which step: where the mask is not 0. */
final class StepMask {
  private final boolean[][] present;

  private StepMask(boolean[][] present) {
    this.present = present;
  }

  /** Reads a mask {@code [B,T]}; without one, every step is present. */
  static StepMask of(INDArray mask, long series, long steps) {
    boolean[][] present = new boolean[(int) steps][(int) series];
    if (mask == null) {
      for (boolean[] row : present) {
        Arrays.fill(row, true);
      }
      return new StepMask(present);
    }
    double[] values = mask.castTo(DataType.DOUBLE).dup('c').data().asDouble();
    for (int t = 0; t < present.length; t++) {
      for (int row = 0; row < series; row++) {
        present[t][row] = values[row * present.length + t] != 0;
      }
    }
    return new StepMask(present);
  }

  int steps() {
    return present.length;
  }

  int series() {
    return present[0].length;
  }

  /** {@return which series have this step} */
  boolean[] at(int t) {
    return present[t];
  }

  /** {@return the number of present steps of every series} */
  int[] lengths() {
    int[] lengths = new int[present[0].length];
    for (boolean[] step : present) {
      for (int row = 0; row < lengths.length; row++) {
        lengths[row] += step[row] ? 1 : 0;
      }
    }
    return lengths;
  }

  /** The same for some of the series. */
  StepMask ofRows(int start, int rows) {
    boolean[][] part = new boolean[present.length][];
    Arrays.setAll(part, t -> Arrays.copyOfRange(present[t], start, start + rows));
    return new StepMask(part);
  }
}
