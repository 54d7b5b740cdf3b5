package org.mf4j.layers;

import java.util.Arrays;
import org.mf4j.engine.Workers;

/**
 * The arithmetic of {@link InputDifferences} on arrays in C order: {@code [B,n,T]} to {@code
 * [B,(1+K) n,T]} and back, with K lags. A line is one channel of one series, line {@code series * n
 * + channel}.
 *
 * @param scale what differences are multiplied by
 * @param lags K distances in present steps
 * @param channels n
 * @param mask the steps that exist
 */
// Lags stay in the array in which the configuration keeps them.
@SuppressWarnings("ArrayRecordComponent")
record Differences(double scale, int[] lags, int channels, StepMask mask)
    implements InputViews.Filter {
  private static final int LINES_AT_ONCE = 16;

  /** {@return how many present steps are remembered: the longest lag} */
  static int memory(int... lags) {
    return Arrays.stream(lags).max().orElseThrow();
  }

  @Override
  public double[] of(double[] x, double[] past) {
    double[] out = new double[(1 + lags.length) * x.length];
    Workers.runParts(
        past.length / memory(lags), LINES_AT_ONCE, (from, to) -> of(x, past, out, from, to));
    return out;
  }

  private void of(double[] x, double[] past, double[] out, int from, int to) {
    int steps = mask.steps();
    int memory = memory(lags);
    double[] seen = new double[memory + steps];
    for (int line = from; line < to; line++) {
      System.arraycopy(past, line * memory, seen, 0, memory);
      int count = memory;
      for (int t = 0; t < steps; t++) {
        if (mask.at(t)[line / channels]) {
          seen[count] = x[line * steps + t];
          write(seen, count, out, line, t);
          count++;
        }
      }
      System.arraycopy(seen, count - memory, past, line * memory, memory);
    }
  }

  private void write(double[] seen, int now, double[] out, int line, int t) {
    out[at(line, 0, t)] = seen[now];
    for (int k = 0; k < lags.length; k++) {
      double before = seen[now - lags[k]];
      out[at(line, k + 1, t)] = Double.isNaN(before) ? 0 : scale * (seen[now] - before);
    }
  }

  @Override
  public double[] back(double[] gradient, double[] past) {
    int steps = mask.steps();
    int memory = memory(lags);
    double[] dx = new double[gradient.length / (1 + lags.length)];
    int[] seen = new int[steps];
    for (int line = 0; line < past.length / memory; line++) {
      int count = 0;
      for (int t = 0; t < steps; t++) {
        if (mask.at(t)[line / channels]) {
          seen[count] = t;
          dx[line * steps + t] += gradient[at(line, 0, t)];
          for (int k = 0; k < lags.length; k++) {
            double slope = scale * gradient[at(line, k + 1, t)];
            int before = count - lags[k];
            if (before >= 0) {
              dx[line * steps + t] += slope;
              dx[line * steps + seen[before]] -= slope;
            } else if (!Double.isNaN(past[(line + 1) * memory + before])) {
              dx[line * steps + t] += slope;
            }
          }
          count++;
        }
      }
    }
    return dx;
  }

  /** Where a view of a line lies at step t: all channels of one view, then the next view. */
  private int at(int line, int view, int t) {
    int series = line / channels;
    int channel = line % channels;
    int views = 1 + lags.length;
    return ((series * views + view) * channels + channel) * mask.steps() + t;
  }
}
