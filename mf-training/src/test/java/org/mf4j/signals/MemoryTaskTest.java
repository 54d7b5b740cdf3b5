package org.mf4j.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mf4j.random.SeededRandom;

/** The answers follow from the series as the definitions say. */
class MemoryTaskTest {
  private static final DelayedRecall RECALL = new DelayedRecall(8, 0.2);

  @Property(tries = 50)
  void theSumIsThatOfTheMarkedNumbers(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 30) int t) {
    MemoryTask.Example example = new AddingProblem().draw(t, new SeededRandom(seed));
    double[] numbers = example.channels()[0];
    double[] marks = example.channels()[1];
    assertThat(Arrays.stream(marks, 0, t / 2).sum()).isEqualTo(1);
    assertThat(Arrays.stream(marks, t / 2, t).sum()).isEqualTo(1);
    assertThat(IntStream.range(0, t).mapToDouble(i -> numbers[i] * marks[i]).sum())
        .isCloseTo(example.target(), within(1e-15));
  }

  @Test
  void sumsHaveTheVarianceOfTwoUniformNumbers() {
    SeededRandom random = new SeededRandom(1);
    double error =
        IntStream.range(0, 20_000)
            .mapToDouble(i -> new AddingProblem().draw(4, random).target() - 1)
            .map(e -> e * e)
            .average()
            .orElseThrow();
    assertThat(error).isCloseTo(new AddingProblem().chance(), within(0.004));
  }

  @Property(tries = 50)
  void theClassIsTheSymbolOfTheFirstStep(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int t) {
    MemoryTask.Example example = RECALL.draw(t, new SeededRandom(seed));
    for (int k = 0; k < RECALL.channels(); k++) {
      assertThat(example.channels()[k]).hasSize(t);
      assertThat(example.channels()[k][0]).isEqualTo(k == example.target() ? 1 : 0);
    }
  }

  @Property(tries = 50)
  void theProductOfTheBitsIsTheParity(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int t) {
    MemoryTask.Example example = new SequentialParity().draw(t, new SeededRandom(seed));
    // Ones are +1 and zeros -1: the product of the negated bits is -1 for an odd number of ones.
    double product =
        Arrays.stream(example.channels()[0]).map(bit -> -bit).reduce(1, (a, b) -> a * b);
    assertThat(product).isEqualTo(example.target() == 1 ? -1 : 1);
  }

  @Test
  void aSeedDrawsTheSameSeries() {
    MemoryTask.Example once = RECALL.draw(9, new SeededRandom(3));
    MemoryTask.Example again = RECALL.draw(9, new SeededRandom(3));
    assertThat(again.channels()).isDeepEqualTo(once.channels());
    assertThat(RECALL.draw(9, new SeededRandom(4)).channels()[0]).isNotEqualTo(once.channels()[0]);
  }

  @Test
  void whatIsTooShortIsRefused() {
    assertThatThrownBy(() -> new AddingProblem().draw(1, new SeededRandom(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("length = 1");
    assertThatThrownBy(() -> new DelayedRecall(1, 0)).hasMessageContaining("symbols = 1");
  }
}
