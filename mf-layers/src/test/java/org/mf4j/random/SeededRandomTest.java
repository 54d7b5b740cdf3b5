package org.mf4j.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeededRandomTest {
  @Test
  void isSplitMix64AsTheJdkDefinesIt() {
    SeededRandom ours = new SeededRandom(42);
    SplittableRandom jdk = new SplittableRandom(42);
    for (int i = 0; i < 1000; i++) {
      assertThat(ours.nextLong()).isEqualTo(jdk.nextLong());
    }
  }

  @Test
  void gaussianHasTheMomentsOfTheNormalLaw() {
    SeededRandom random = new SeededRandom(7);
    int n = 200_000;
    double sum = 0;
    double squares = 0;
    double fourths = 0;
    for (int i = 0; i < n; i++) {
      double x = random.nextGaussian();
      sum += x;
      squares += x * x;
      fourths += x * x * x * x;
    }
    assertThat(sum / n).isCloseTo(0, within(0.01));
    assertThat(squares / n).isCloseTo(1, within(0.02));
    assertThat(fourths / n).isCloseTo(3, within(0.1));
  }

  @Test
  void shuffleKeepsTheValuesAndReachesEveryOrder() {
    int[] counts = new int[6];
    SeededRandom random = new SeededRandom(1);
    for (int i = 0; i < 6000; i++) {
      int[] values = {0, 1, 2};
      random.shuffle(values);
      assertThat(Arrays.stream(values).sum()).isEqualTo(3);
      counts[values[0] * 2 + (values[1] > values[2] ? 1 : 0)]++;
    }
    assertThat(IntStream.of(counts)).allSatisfy(c -> assertThat(c).isBetween(850, 1150));
  }

  @Test
  void refusesAnEmptyRange() {
    assertThatThrownBy(() -> new SeededRandom(1).nextInt(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bound = 0: must be positive");
  }
}
