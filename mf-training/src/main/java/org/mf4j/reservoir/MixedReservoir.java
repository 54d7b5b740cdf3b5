package org.mf4j.reservoir;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mf4j.layers.InputKernels;
import org.mf4j.networks.InputScales;
import org.mf4j.networks.RecurrentWeights;
import org.mf4j.networks.TrainingView;
import org.mf4j.options.Distribution;
import org.mf4j.random.SeededRandom;
import org.mf4j.reservoir.input.DilatedKernels;

/**
 * A reservoir of two kinds of neurons: one kind is drawn as any reservoir, the others are driven by
 * a dilated kernel each and coupled to nothing. Neuron j belongs to group j mod M of M = max(1, N /
 * 8) groups, whose neurons are of one kind, so that alike neurons compete.
 *
 * @param weights of all N neurons; the last R rows of W are those of the kernels
 * @param kernels R kernels
 */
public record MixedReservoir(RecurrentWeights weights, InputKernels kernels) {
  /** How many neurons a group has, at least. */
  public static final int GROUP = 8;

  /** Of the drive of a neuron: its kernel's response, in deviations, times this. */
  private static final Distribution SCALING = new Distribution.LogUniform(0.3, 3);

  private static final int MOST_SERIES = 20;
  private static final double SMALLEST_DEVIATION = 1e-9;

  /**
   * Which neurons are driven by kernels.
   *
   * @param units N
   * @param share of the groups, in [0, 1]; rounded to whole groups
   * @return the indices of R neurons, ascending; maybe none
   */
  public static int[] driven(int units, double share) {
    int groups = Math.max(1, units / GROUP);
    long others = Math.round(groups * (1 - share));
    return IntStream.range(0, units).filter(j -> j % groups >= others).toArray();
  }

  /**
   * Draws weights.
   *
   * @param options how the neurons that no kernel drives are drawn
   * @param lags the distances of the differences that are shown beside the series; where the first
   *     is 1 some kernels see these differences
   * @param train the training set
   * @param units N
   * @param driven the neurons that kernels drive, at least one
   * @param random where the numbers come from
   * @return the reservoir, for the series, their differences and the responses of the kernels
   */
  public static MixedReservoir draw(
      ReservoirOptions options,
      List<Integer> lags,
      TrainingView train,
      int units,
      int[] driven,
      SeededRandom random) {
    int channels = train.channels();
    InputScales scales = InputScales.of(train.moments(lags));
    int shown = channels * (1 + lags.size());
    double[][] input = new double[shown + driven.length][units];
    double[][] recurrent = new double[units][units];
    double[] bias = new double[units];
    int[] others =
        IntStream.range(0, units).filter(j -> Arrays.binarySearch(driven, j) < 0).toArray();
    SeededRandom ofOthers = random.split();
    if (others.length > 0) {
      RecurrentWeights drawn = scales.applyTo(options.draw(shown, others.length, ofOthers));
      place(drawn, others, input, recurrent, bias);
    }
    DilatedKernels kernels =
        DilatedKernels.draw(
            driven.length, channels, train.longest(), lags.indexOf(1) == 0, random.split());
    double[] deviations =
        kernels.deviations(train.sample(MOST_SERIES, random.split()), scales.ofSeries());
    double[] scaling = SCALING.draw(driven.length, random.split());
    SeededRandom biases = random.split();
    double[] bounds = options.biasScaling().draw(driven.length, biases);
    for (int r = 0; r < driven.length; r++) {
      input[shown + r][driven[r]] = scaling[r] / (deviations[r] + SMALLEST_DEVIATION);
      bias[driven[r]] = biases.uniform(-bounds[r], bounds[r]);
    }
    return new MixedReservoir(
        new RecurrentWeights(input, recurrent, new double[][] {bias}),
        kernels.layer(scales.ofSeries(), channels));
  }

  private static void place(
      RecurrentWeights drawn,
      int[] neurons,
      double[][] input,
      double[][] recurrent,
      double[] bias) {
    for (int j = 0; j < neurons.length; j++) {
      for (int i = 0; i < drawn.input().length; i++) {
        input[i][neurons[j]] = drawn.input()[i][j];
      }
      for (int i = 0; i < neurons.length; i++) {
        recurrent[neurons[i]][neurons[j]] = drawn.recurrent()[i][j];
      }
      bias[neurons[j]] = drawn.bias()[0][j];
    }
  }
}
