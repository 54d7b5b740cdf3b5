package org.mf4j.reservoir.input;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mf4j.engine.Workers;
import org.mf4j.layers.InputKernels;
import org.mf4j.random.SeededRandom;

/**
 * Random dilated kernels in the manner of MiniRocket (Dempster, Schmidt and Webb, KDD 2021): nine
 * taps, six of them -1 and three of them 2, at the distance d = floor(2^U), U uniform in [0,
 * log2((T-1)/8)] (0 at least) for series of T steps. With several channels a kernel sees each with
 * probability max(1/2, 2/C), at most eight and at least one, with taps and a sign of its own for
 * every one.
 *
 * @param dilations d of every kernel
 * @param differences whether a kernel sees x(t) - x(t-1) in place of x(t)
 * @param channels the channels of every kernel
 * @param taps of every kernel: for each of its channels nine, the latest step first
 */
// Bulk numbers stay in arrays; kernels are compared by reference.
@SuppressWarnings("ArrayRecordComponent")
public record DilatedKernels(
    int[] dilations, boolean[] differences, int[][] channels, double[][][] taps) {
  private static final int TAPS = 9;
  private static final int POSITIVE = 3;
  private static final double HIGH = 2;
  private static final double LOW = -1;
  private static final double SHARE_OF_DIFFERENCES = 0.25;
  private static final int MOST_CHANNELS = 8;

  /**
   * Draws kernels.
   *
   * @param kernels R, at least 1
   * @param count C, the number of channels
   * @param length T
   * @param ofDifferences whether a quarter of them see differences
   * @param random where the numbers come from
   * @return the kernels
   */
  public static DilatedKernels draw(
      int kernels, int count, int length, boolean ofDifferences, SeededRandom random) {
    double octaves = Math.max(0, Math.log(Math.max(1, (length - 1.0) / (TAPS - 1))) / Math.log(2));
    int[] dilations = new int[kernels];
    boolean[] differences = new boolean[kernels];
    int[][] channels = new int[kernels][];
    double[][][] taps = new double[kernels][][];
    for (int r = 0; r < kernels; r++) {
      dilations[r] = (int) Math.pow(2, random.uniform(0, octaves));
      differences[r] = random.nextDouble() < SHARE_OF_DIFFERENCES && ofDifferences;
      channels[r] = seen(count, random);
      taps[r] = new double[channels[r].length][];
      for (int c = 0; c < taps[r].length; c++) {
        taps[r][c] = taps(count > 1 && random.nextDouble() < 0.5 ? -1 : 1, random);
      }
    }
    return new DilatedKernels(dilations, differences, channels, taps);
  }

  private static int[] seen(int count, SeededRandom random) {
    int[] order = IntStream.range(0, count).toArray();
    random.shuffle(order);
    double probability = Math.max(0.5, 2.0 / count);
    int[] seen = Arrays.stream(order).filter(c -> random.nextDouble() < probability).toArray();
    return seen.length == 0
        ? Arrays.copyOf(order, 1)
        : Arrays.copyOf(seen, Math.min(MOST_CHANNELS, seen.length));
  }

  private static double[] taps(double sign, SeededRandom random) {
    int[] places = IntStream.range(0, TAPS).toArray();
    random.shuffle(places);
    double[] taps = new double[TAPS];
    Arrays.fill(taps, sign * LOW);
    for (int i = 0; i < POSITIVE; i++) {
      taps[places[i]] = sign * HIGH;
    }
    return taps;
  }

  /** {@return R} */
  public int size() {
    return dilations.length;
  }

  /**
   * The standard deviation of every kernel's response over all steps of some series, which before
   * their start hold their first value.
   *
   * @param series each {@code [C][T]}
   * @param scales what every channel is multiplied by
   * @return R numbers, 0 or above
   */
  public double[] deviations(List<double[][]> series, double... scales) {
    double[] deviations = new double[size()];
    Workers.run(size(), r -> deviations[r] = deviation(r, series, scales));
    return deviations;
  }

  private double deviation(int kernel, List<double[][]> series, double... scales) {
    double sum = 0;
    double squares = 0;
    long steps = 0;
    for (double[][] one : series) {
      for (int t = 0; t < one[0].length; t++) {
        double response = response(kernel, one, t, scales);
        sum += response;
        squares += response * response;
      }
      steps += one[0].length;
    }
    double mean = sum / steps;
    return Math.sqrt(Math.max(0, squares / steps - mean * mean));
  }

  private double response(int kernel, double[][] series, int t, double... scales) {
    double sum = 0;
    for (int c = 0; c < channels[kernel].length; c++) {
      int channel = channels[kernel][c];
      double[] x = series[channel];
      double ofChannel = 0;
      for (int i = 0; i < TAPS; i++) {
        int step = t - i * dilations[kernel];
        double value = x[Math.max(0, step)];
        double before = differences[kernel] ? x[Math.max(0, step - 1)] : 0;
        ofChannel += taps[kernel][c][i] * (value - before);
      }
      sum += scales[channel] * ofChannel;
    }
    return sum;
  }

  /**
   * The layer that shows their responses.
   *
   * @param scales what every channel is multiplied by
   * @param firstDifference which channel of the layer's input is the difference x(t) - x(t-1) of
   *     the first channel; those of the others follow it
   * @return the layer, for an input that begins with the C channels
   */
  public InputKernels layer(double[] scales, int firstDifference) {
    int[][] places = new int[size()][];
    double[][][] weights = new double[size()][][];
    for (int r = 0; r < places.length; r++) {
      int offset = differences[r] ? firstDifference : 0;
      places[r] = Arrays.stream(channels[r]).map(c -> c + offset).toArray();
      weights[r] = new double[taps[r].length][];
      for (int c = 0; c < weights[r].length; c++) {
        double scale = scales[channels[r][c]];
        weights[r][c] = Arrays.stream(taps[r][c]).map(tap -> scale * tap).toArray();
      }
    }
    return new InputKernels(dilations, places, weights);
  }
}
