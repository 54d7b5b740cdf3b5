package org.mf4j.reservoir.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mf4j.random.SeededRandom;

class DilatedKernelsTest {
  private static DilatedKernels draw(int kernels, int channels, int length) {
    return DilatedKernels.draw(kernels, channels, length, true, new SeededRandom(1));
  }

  @Test
  void nineTapsAddUpToZero() {
    for (double[][] kernel : draw(50, 1, 100).taps()) {
      assertThat(kernel).hasNumberOfRows(1);
      assertThat(kernel[0]).hasSize(9).containsOnly(-1, 2);
      assertThat(Arrays.stream(kernel[0]).sum()).isZero();
    }
  }

  /** floor(2^U), U in [0, log2((T-1)/8)]. */
  @Test
  void theLongestKernelFitsTheSeries() {
    assertThat(draw(500, 1, 100).dilations())
        .contains(1, 2, 5, 11)
        .doesNotContain(0, 13, 14, 15, 16);
    assertThat(draw(50, 1, 9).dilations()).containsOnly(1);
    assertThat(draw(50, 1, 2).dilations()).containsOnly(1);
  }

  @Test
  void aQuarterSeesDifferences() {
    boolean[] differences = draw(4_000, 1, 50).differences();
    long count = 0;
    for (boolean one : differences) {
      count += one ? 1 : 0;
    }
    assertThat(count).isBetween(890L, 1_110L);
  }

  /** Each of three with probability 2/3, of twenty with 1/2; eight at most. */
  @Test
  void ofSeveralChannelsSomeAreSeen() {
    assertThat(List.of(draw(200, 3, 50).channels()))
        .allSatisfy(seen -> assertThat(seen).hasSizeBetween(1, 3).doesNotHaveDuplicates());
    int[][] many = draw(500, 20, 50).channels();
    assertThat(List.of(many)).allSatisfy(seen -> assertThat(seen).hasSizeBetween(1, 8));
    assertThat(Arrays.stream(many).filter(seen -> seen.length == 8).count()).isGreaterThan(350);
  }

  /** One kernel, the latest step and the step before, on 1, 3, 2, 2 and its differences. */
  @Test
  void deviationsAreThoseOfTheResponses() {
    double[][] taps = {{1, -1, 0, 0, 0, 0, 0, 0, 0}};
    DilatedKernels kernels =
        new DilatedKernels(
            new int[] {1, 1},
            new boolean[] {false, true},
            new int[][] {{1}, {1}},
            new double[][][] {taps, taps});
    List<double[][]> series = List.<double[][]>of(new double[][] {{0, 0, 0, 0}, {1, 3, 2, 2}});
    // Responses times 10: 0, 20, -10, 0; of the differences 0, 2, -1, 0: 0, 20, -30, 10.
    assertThat(kernels.deviations(series, 5, 10))
        .containsExactly(new double[] {Math.sqrt(125 - 2.5 * 2.5), Math.sqrt(350)}, within(1e-12));
  }
}
