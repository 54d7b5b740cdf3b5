package org.mf4j.layers;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.mf4j.engine.Workers;

/**
 * The arithmetic of {@link InputKernels}.
 *
 * @param dilations d of every kernel
 * @param channels the channels of every kernel
 * @param weights of every kernel, channel and tap
 * @param memory how many steps are remembered
 * @param count n
 * @param mask the steps that exist
 */
// The arrays in which the configuration keeps them.
@SuppressWarnings("ArrayRecordComponent")
record KernelFilter(
    int[] dilations, int[][] channels, double[][][] weights, int memory, int count, StepMask mask)
    implements InputViews.Filter {

  private int outputs() {
    return count + dilations.length;
  }

  /** The steps of a series that exist, in order. */
  private int[] present(int series) {
    return IntStream.range(0, mask.steps()).filter(t -> mask.at(t)[series]).toArray();
  }

  @Override
  public double[] of(double[] x, double[] past) {
    int steps = mask.steps();
    double[] out = new double[mask.series() * outputs() * steps];
    Workers.run(
        mask.series(),
        series -> {
          int[] present = present(series);
          double[][] lines = new double[count][];
          for (int c = 0; c < count; c++) {
            int line = series * count + c;
            lines[c] = line(x, line, present, past);
            int end = lines[c].length - memory;
            System.arraycopy(lines[c], end, past, line * memory, memory);
            write(lines[c], memory, present, out, series * outputs() + c);
          }
          for (int r = 0; r < dilations.length && present.length > 0; r++) {
            write(drive(r, lines), 0, present, out, series * outputs() + count + r);
          }
        });
    return out;
  }

  /** A channel with what came before it; what there is not is the first value. */
  private double[] line(double[] x, int line, int[] present, double[] past) {
    double[] values = new double[memory + present.length];
    System.arraycopy(past, line * memory, values, 0, memory);
    for (int i = 0; i < present.length; i++) {
      values[memory + i] = x[line * mask.steps() + present[i]];
    }
    int first = firstKnown(past, line);
    if (first < values.length) {
      Arrays.fill(values, 0, first, values[first]);
    }
    return values;
  }

  /** How many of the remembered steps there were not. */
  private int firstKnown(double[] past, int line) {
    int first = 0;
    while (first < memory && Double.isNaN(past[line * memory + first])) {
      first++;
    }
    return first;
  }

  private void write(double[] values, int from, int[] present, double[] out, int line) {
    for (int i = 0; i < present.length; i++) {
      out[line * mask.steps() + present[i]] = values[from + i];
    }
  }

  private double[] drive(int kernel, double[][] lines) {
    double[] drive = new double[lines[0].length - memory];
    for (int c = 0; c < channels[kernel].length; c++) {
      double[] taps = weights[kernel][c];
      for (int i = 0; i < taps.length; i++) {
        add(drive, taps[i], lines[channels[kernel][c]], memory - i * dilations[kernel]);
      }
    }
    return drive;
  }

  private static void add(double[] target, double weight, double[] line, int from) {
    for (int t = 0; t < target.length; t++) {
      target[t] += weight * line[from + t];
    }
  }

  @Override
  public double[] back(double[] gradient, double[] past) {
    int steps = mask.steps();
    double[] dx = new double[mask.series() * count * steps];
    for (int series = 0; series < mask.series(); series++) {
      int[] present = present(series);
      double[][] lines = new double[count][memory + present.length];
      for (int r = 0; r < dilations.length; r++) {
        int from = (series * outputs() + count + r) * steps;
        spread(r, Arrays.stream(present).mapToDouble(t -> gradient[from + t]).toArray(), lines);
      }
      for (int c = 0; c < count && present.length > 0; c++) {
        int line = series * count + c;
        for (int i = 0; i < present.length; i++) {
          dx[line * steps + present[i]] =
              lines[c][memory + i] + gradient[(series * outputs() + c) * steps + present[i]];
        }
        if (firstKnown(past, line) == memory) {
          // All steps before are copies of the first one.
          double before = Arrays.stream(lines[c], 0, memory).sum();
          dx[line * steps + present[0]] += before;
        }
      }
    }
    return dx;
  }

  private void spread(int kernel, double[] gradient, double[][] lines) {
    for (int c = 0; c < channels[kernel].length; c++) {
      double[] taps = weights[kernel][c];
      double[] line = lines[channels[kernel][c]];
      for (int i = 0; i < taps.length; i++) {
        int from = memory - i * dilations[kernel];
        for (int t = 0; t < gradient.length; t++) {
          line[from + t] += taps[i] * gradient[t];
        }
      }
    }
  }
}
