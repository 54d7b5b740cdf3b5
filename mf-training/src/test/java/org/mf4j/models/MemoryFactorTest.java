package org.mf4j.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.papers.NanowireAssemblies;

/**
 * Theorem 3.1 wants |1 - deltaT (K_p + K_d)| &lt; 1 at every drive. The reference looks for the
 * largest rate among many weights and inputs, one after the other.
 */
class MemoryFactorTest {
  private static final int POINTS = 40;
  private static final double[][] RANGES = {{-1, .5}, {.25, 2}};

  /** Two series whose channels reach the ends of their ranges, each in one of the series. */
  private static final SeriesSet TRAIN =
      new SeriesSet(
          "two channels",
          List.of(),
          List.of(
              new Series(new double[][] {{-1, 0, .25}, {1, .5, 2}}, 0),
              new Series(new double[][] {{.5, .1}, {.25, 1}}, 1)));

  private static double rate(double z) {
    return 1e-4 * Math.exp(10 * z) + .5 * Math.exp(-z);
  }

  private static double at(double lower, double upper, int point) {
    return lower + (upper - lower) * point / (POINTS - 1);
  }

  /** Every channel has weights of its own, so each contributes its extremes. */
  private static double largestRate(double centre, double spread) {
    double lowest = 0;
    double highest = 0;
    for (double[] range : RANGES) {
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < POINTS; i++) {
        for (int j = 0; j < POINTS; j++) {
          double product = at(centre - spread, centre + spread, i) * at(range[0], range[1], j);
          least = Math.min(least, product);
          most = Math.max(most, product);
        }
      }
      lowest += least;
      highest += most;
    }
    double largest = 0;
    for (int i = 0; i < POINTS; i++) {
      largest = Math.max(largest, rate(at(lowest, highest, i)));
    }
    return largest;
  }

  @ParameterizedTest
  @CsvSource({"0.3, 0.1", "-0.5, 0.4", "0, 1", "0.05, 0"})
  void theStepMayBeJustBelowTwoOverTheLargestRate(double centre, double spread) {
    double limit = 2 / largestRate(centre, spread);
    assertThat(NanowireAssemblies.nanowires(5, centre, spread, .999 * limit).obstacle(TRAIN))
        .isEmpty();
    assertThat(NanowireAssemblies.nanowires(5, centre, spread, 1.001 * limit).obstacle(TRAIN))
        .hasValueSatisfying(
            why ->
                assertThat(why)
                    .startsWith("deltaT: Theorem 3.1 needs a memory factor rho < 1")
                    .endsWith(String.format(Locale.ROOT, "must be below %.3g", limit)));
  }

  @Test
  void theTheoremIsNotAboutCoupledOrRescaledNeurons() {
    for (ModelKind kind : ModelKind.values()) {
      assertThat(ToySettings.of(kind).obstacle(TRAIN)).as(kind.id()).isEmpty();
    }
  }
}
