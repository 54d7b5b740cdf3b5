package org.mf4j.reservoir.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mf4j.options.Distribution;
import org.mf4j.random.SeededRandom;

class InputWeightsTest {
  @Test
  void intervalWeightsFillTheirInterval() {
    double[][] weights = new IntervalInput(1.5, 0.5).draw(2, 500, new SeededRandom(1));
    assertThat(all(weights).min().orElseThrow()).isBetween(1.0, 1.01);
    assertThat(all(weights).max().orElseThrow()).isBetween(1.99, 2.0);
    assertThat(all(weights).average().orElseThrow()).isCloseTo(1.5, within(0.03));
  }

  @Test
  void signWeightsHaveOneModulusAndBothSigns() {
    double[][] weights = new SignInput(0.5).draw(2, 500, new SeededRandom(1));
    assertThat(all(weights).map(Math::abs).distinct().toArray()).containsExactly(0.5);
    assertThat(all(weights).filter(weight -> weight > 0).count()).isBetween(450L, 550L);
  }

  @Test
  void sparseWeightsAreThoseOfTheirBaseWhereAChannelIsSeen() {
    InputWeights sparse = new SparseInput(new UniformInput(2), 0.25);
    double[][] weights = sparse.draw(4, 1000, new SeededRandom(1));
    double[][] base = new UniformInput(2).draw(4, 1000, new SeededRandom(1).split());
    assertThat(all(weights).filter(weight -> weight != 0).count()).isBetween(900L, 1100L);
    for (int c = 0; c < 4; c++) {
      for (int j = 0; j < 1000; j++) {
        assertThat(weights[c][j]).isIn(0.0, base[c][j]);
      }
    }
  }

  @Test
  void viewsAreSeenAloneOrInPairsAndTheSameChannelsInBoth() {
    int views = 4;
    int channels = 6;
    int units = 3000;
    double[][] weights =
        new ViewsInput(new Distribution.Constant(2), views)
            .draw(views * channels, units, new SeededRandom(1));
    int[] roles = new int[3];
    int seen = 0;
    for (int j = 0; j < units; j++) {
      boolean[][] sees = new boolean[views][channels];
      for (int row = 0; row < weights.length; row++) {
        assertThat(Math.abs(weights[row][j])).isLessThanOrEqualTo(2 / Math.sqrt(3));
        sees[row / channels][row % channels] = weights[row][j] != 0;
      }
      List<boolean[]> used = Arrays.stream(sees).filter(InputWeightsTest::any).toList();
      assertThat(used.size()).isLessThanOrEqualTo(2);
      if (!used.isEmpty()) {
        assertThat(used.get(used.size() - 1)).isEqualTo(used.get(0));
        roles[used.size() == 2 ? 2 : any(sees[0]) ? 0 : 1]++;
        seen += (int) IntStream.range(0, channels).filter(c -> used.get(0)[c]).count();
      }
    }
    for (int role : roles) {
      assertThat(role).isBetween(900, 1100);
    }
    assertThat((double) seen / units).isCloseTo(channels / 2.0, within(0.1));
  }

  /** Numbers from SplitMix64 written down in Python. */
  @Test
  void aSeedGivesTheSameNumbersForEver() {
    assertThat(new UniformInput(2).draw(1, 3, new SeededRandom(7))[0])
        .containsExactly(-0.44068100643491404, -1.9328468218873756, 1.6030427224275337);
    assertThat(new IntervalInput(1, 0.1).draw(1, 3, new SeededRandom(7))[0])
        .containsExactly(0.9779659496782543, 0.9033576589056312, 1.0801521361213768);
    assertThat(new SignInput(1).draw(1, 6, new SeededRandom(7))[0])
        .containsExactly(-1, -1, 1, 1, -1, -1);
  }

  /** Who sees what stays as it is. */
  @Test
  void takeAnotherScalingAndStayThemselves() {
    Distribution omega = new Distribution.LogUniform(0.1, 10);
    assertThat(new UniformInput(1).withScaling(omega)).isEqualTo(new UniformInput(omega));
    assertThat(new SignInput(1).withScaling(omega)).isEqualTo(new SignInput(omega));
    assertThat(new ViewsInput(new Distribution.Constant(1), 3).withScaling(omega))
        .isEqualTo(new ViewsInput(omega, 3));
    assertThat(new SparseInput(new SignInput(1), 0.5).withScaling(omega))
        .isEqualTo(new SparseInput(new SignInput(omega), 0.5));
    assertThat(new IntervalInput(1, 0.1).withScaling(omega)).isEqualTo(new UniformInput(omega));
    InputWeights own = (nIn, units, random) -> new double[nIn][units];
    assertThatThrownBy(() -> own.withScaling(omega)).hasMessageStartingWith("inputScaling: ");
  }

  /** In words of a command line. */
  @Test
  void areChosenByName() {
    assertRead("uniform(log-uniform(.1,10))", "uniform(scaling=log-uniform(0.1,10.0))");
    assertRead("interval(1,0.1)", "interval(centre=1.0,spread=0.1)");
    assertRead("sparse(sign(1),0.5)", "sparse(weights=sign(scaling=1.0),probability=0.5)");
    assertRead("views(views=7,scaling=1)", "views(scaling=1.0,views=7)");
  }

  private static void assertRead(String text, String written) {
    InputWeights read = InputWeights.FORM.read(text);
    assertThat(InputWeights.FORM.text(read)).isEqualTo(written);
    assertThat(InputWeights.FORM.read(written)).isEqualTo(read);
  }

  @Test
  void refusesValuesOutOfRange() {
    assertRefused(
        () -> new ViewsInput(new Distribution.Constant(1), 2).draw(3, 5, new SeededRandom(1)),
        "nIn = 3: must be a multiple of views = 2, which is 1 + the number of lags; set input together with lags");
    assertRefused(() -> new SignInput(0), "inputScaling = 0.0: must be finite and above 0");
    assertRefused(() -> new IntervalInput(1, -1), "spread = -1.0: must be finite and 0 or above");
    assertRefused(() -> new IntervalInput(Double.NaN, 1), "centre = NaN: must be finite");
    assertRefused(
        () -> new SparseInput(new SignInput(1), 0), "probability = 0.0: must be in (0, 1]");
  }

  private static boolean any(boolean[] flags) {
    return IntStream.range(0, flags.length).anyMatch(i -> flags[i]);
  }

  private static DoubleStream all(double[][] matrix) {
    return Arrays.stream(matrix).flatMapToDouble(Arrays::stream);
  }

  private static void assertRefused(Runnable action, String message) {
    assertThatThrownBy(action::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
