package org.mf4j.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.mf4j.random.SeededRandom;

class DistributionTest {
  private static final int MANY = 20_000;

  @Test
  void uniformHasTheMeanOfItsBounds() {
    double[] values = new Distribution.Uniform(-1, 3).draw(MANY, new SeededRandom(1));
    assertThat(Arrays.stream(values).allMatch(value -> value >= -1 && value < 3)).isTrue();
    assertThat(Arrays.stream(values).average().orElseThrow()).isCloseTo(1, within(0.03));
  }

  /** The quantile function of the log-uniform distribution is lower (upper / lower)^p. */
  @Test
  void logUniformHasItsQuantiles() {
    double[] values = new Distribution.LogUniform(0.01, 100).draw(MANY, new SeededRandom(1));
    Arrays.sort(values);
    assertThat(values[MANY / 4]).isCloseTo(0.1, within(0.01));
    assertThat(values[MANY / 2]).isCloseTo(1, within(0.1));
    assertThat(values[3 * MANY / 4]).isCloseTo(10, within(1.0));
  }

  @Test
  void everyChoiceIsAsLikely() {
    double[] values = new Distribution.Choice(0.5, 2.0).draw(MANY, new SeededRandom(1));
    assertThat(values).containsOnly(0.5, 2);
    assertThat(Arrays.stream(values).average().orElseThrow()).isCloseTo(1.25, within(0.02));
  }

  @Test
  void normalAndLogNormalHaveTheirMoments() {
    double[] normal = new Distribution.Normal(2, 0.5).draw(MANY, new SeededRandom(1));
    assertThat(Arrays.stream(normal).average().orElseThrow()).isCloseTo(2, within(0.02));
    double squares = Arrays.stream(normal).map(x -> (x - 2) * (x - 2)).average().orElseThrow();
    assertThat(squares).isCloseTo(0.25, within(0.01));
    double[] logarithms =
        Arrays.stream(new Distribution.LogNormal(3, 0.5).draw(MANY, new SeededRandom(2)))
            .map(Math::log)
            .toArray();
    assertThat(Arrays.stream(logarithms).average().orElseThrow())
        .isCloseTo(Math.log(3), within(0.02));
  }

  @Test
  void readsWhatItWrites() {
    for (String text :
        new String[] {
          "0.5",
          "uniform(-1.0,3.0)",
          "log-uniform(0.003,0.15)",
          "normal(1.0,0.1)",
          "log-normal(0.1,0.3)",
          "one-of(0.5,0.8,1.0)"
        }) {
      Distribution read = Distribution.FORM.read(text);
      assertThat(Distribution.FORM.text(read)).isEqualTo(text);
    }
    assertThat(Distribution.FORM.read(" Log-Uniform( upper=2 , lower=1 ) "))
        .isEqualTo(new Distribution.LogUniform(1, 2));
  }

  @Test
  void aConstantTakesNothingFromTheGenerator() {
    SeededRandom random = new SeededRandom(1);
    assertThat(new Distribution.Constant(3).draw(2, random)).containsExactly(3, 3);
    assertThat(random.nextLong()).isEqualTo(new SeededRandom(1).nextLong());
  }

  /** Numbers from SplitMix64 written down in Python. */
  @Test
  void aSeedGivesTheSameNumbersForEver() {
    assertThat(new Distribution.LogUniform(0.003, 0.15).draw(3, new SeededRandom(7)))
        .containsExactly(
            new double[] {0.013785747003187594, 0.0032036426261574658, 0.10173880498858688},
            within(1e-15));
    assertThat(new Distribution.Choice(1.0, 5.0).draw(4, new SeededRandom(7)))
        .containsExactly(5, 1, 5, 5);
  }

  @Test
  void refusesValuesOutOfRange() {
    assertRefused(
        () -> new Distribution.Uniform(2, 1), "upper = 1.0: must be finite and at least 2.0");
    assertRefused(
        () -> new Distribution.LogUniform(0, 1), "lower = 0.0: must be finite and above 0");
    assertRefused(() -> new Distribution.Choice(), "number of values = 0: must be at least 1");
  }

  private static void assertRefused(Runnable action, String message) {
    assertThatThrownBy(action::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
