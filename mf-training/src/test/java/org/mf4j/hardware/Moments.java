package org.mf4j.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

/** Normal samples against their mean and deviation, each at the significance of 1 %. */
final class Moments {
  private static final double QUANTILE = 2.576;

  private Moments() {}

  static void assertNormal(double[] sample, double mean, double deviation) {
    int n = sample.length;
    double found = Arrays.stream(sample).average().orElseThrow();
    assertThat(found).isCloseTo(mean, within(QUANTILE * deviation / Math.sqrt(n)));
    double variance = Arrays.stream(sample).map(x -> (x - mean) * (x - mean)).sum() / n;
    assertThat(variance / (deviation * deviation))
        .isCloseTo(1, within(QUANTILE * Math.sqrt(2.0 / n)));
  }

  static void assertShare(long count, int n, double probability) {
    double deviation = Math.sqrt(probability * (1 - probability) / n);
    assertThat((double) count / n).isCloseTo(probability, within(QUANTILE * deviation));
  }
}
