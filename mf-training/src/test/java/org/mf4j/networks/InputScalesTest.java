package org.mf4j.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against the definition: standardise first, multiply then, with means by plain sums. */
class InputScalesTest {
  private static final int LAG = 2;
  private static final double[][] FIRST = {{1, 4, 2, 8, 5}, {-3, 0, 3, 6, 1}};
  private static final double[][] SECOND = {{7, 1, 3, Double.NaN}, {2, 2, -2, 4}};
  private static final double[][] W = {{.5, -1, 2}, {1, 3, -.5}, {-2, .25, 1}, {.75, 1, -1}};
  private static final double[] B = {.1, -.2, .3};

  private static List<double[][]> set(double[][]... series) {
    return List.of(series);
  }

  private static RecurrentWeights scaled(List<double[][]> set) {
    RecurrentWeights drawn = new RecurrentWeights(W, new double[3][3], new double[][] {B});
    return InputScales.of(set, List.of(LAG)).applyTo(drawn);
  }

  private static double[] known(int channel, int lag) {
    return Arrays.stream(new double[][][] {FIRST, SECOND})
        .map(series -> series[channel])
        .flatMapToDouble(
            x ->
                IntStream.range(lag, x.length)
                    .mapToDouble(t -> lag == 0 ? x[t] : x[t] - x[t - lag]))
        .filter(value -> !Double.isNaN(value))
        .toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  private static double std(double[] values) {
    double mean = mean(values);
    return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / values.length);
  }

  @Test
  void theScaledWeightsReadSeriesAsTheyAreLikeTheDrawnOnesReadThemStandardised() {
    RecurrentWeights scaled = scaled(set(FIRST, SECOND));
    int t = 3;
    for (int j = 0; j < B.length; j++) {
      double expected = B[j];
      double actual = scaled.bias()[0][j];
      for (int c = 0; c < 2; c++) {
        double x = FIRST[c][t];
        double difference = x - FIRST[c][t - LAG];
        double std = std(known(c, 0));
        expected += (x - mean(known(c, 0))) / std * W[c][j];
        expected += difference / Math.sqrt(std * std(known(c, LAG))) * W[2 + c][j];
        actual += x * scaled.input()[c][j] + difference * scaled.input()[2 + c][j];
      }
      assertThat(actual).isCloseTo(expected, within(1e-12));
    }
  }

  @Test
  void aChannelThatDoesNotVaryIsNotRead() {
    RecurrentWeights scaled = scaled(set(new double[][] {{1, 2, 4}, {7, 7, 7}}));
    assertThat(scaled.input()[1]).containsExactly(new double[3], within(0.));
    assertThat(scaled.input()[3]).containsExactly(new double[3], within(0.));
    assertThat(scaled.input()[0]).doesNotContain(0);
  }

  @Test
  void theRecurrentWeightsAndTheDrawnOnesStay() {
    double[][] recurrent = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};
    RecurrentWeights drawn = new RecurrentWeights(W, recurrent, new double[][] {B.clone()});
    RecurrentWeights scaled = InputScales.of(set(FIRST), List.of(LAG)).applyTo(drawn);
    assertThat(scaled.recurrent()).isDeepEqualTo(recurrent);
    assertThat(drawn.bias()[0]).containsExactly(B);
  }
}
