package org.mf4j.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScoresTest {
  /** Variance of 1, 2, 3, 6 is 3.5; the squared errors 1, 0, 0, 4 have the mean 1.25. */
  @Test
  void nrmse() {
    double[] targets = {1, 2, 3, 6};
    assertThat(Nrmse.of(new double[] {2, 2, 3, 4}, targets))
        .isCloseTo(Math.sqrt(1.25 / 3.5), within(1e-12));
    assertThat(Nrmse.of(new double[] {2, 2, 3, 4}, targets, 5)).isCloseTo(0.5, within(1e-12));
    assertThat(Nrmse.of(new double[] {3, 3, 3, 3}, targets)).isCloseTo(1, within(1e-12));
  }

  @Test
  void nrmseNeedsAScale() {
    assertThatThrownBy(() -> Nrmse.of(new double[2], new double[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("variance 0.0");
    assertThatThrownBy(() -> Nrmse.of(new double[2], new double[] {1, 2, 3}))
        .hasMessageContaining("2 predictions, 3 targets");
  }

  /** Two channels of variance 1 each: the scale is the root of 2. */
  @Test
  void validTimeEndsWhereTheErrorFirstExceedsTheThreshold() {
    double[][] truth = {{1, -1, 1, -1}, {1, 1, -1, -1}};
    double small = 0.39 * Math.sqrt(2);
    double large = 0.41 * Math.sqrt(2);
    double[][] forecast = {{1, -1 + small, 1 + large, -1}, {1, 1, -1, -1}};
    assertThat(new ValidPredictionTime(0.4, 4).of(forecast, truth)).isEqualTo(0.5);
    assertThat(new ValidPredictionTime(0.5, 4).of(forecast, truth)).isEqualTo(1);
  }

  @Test
  void aForecastThatIsNotANumberIsNotValid() {
    double[][] truth = {{1, -1, 1}};
    assertThat(new ValidPredictionTime(0.4, 1).of(new double[][] {{1, Double.NaN, 1}}, truth))
        .isEqualTo(1);
  }
}
