package org.mf4j.reservoir.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mf4j.random.SeededRandom;

class TopologyTest {
  @Test
  void ringAndDelayLineAsWrittenDown() {
    assertThat(new Ring(0.5).draw(3, new SeededRandom(1)))
        .isDeepEqualTo(new double[][] {{0, 0.5, 0}, {0, 0, 0.5}, {0.5, 0, 0}});
    assertThat(new DelayLine(0.5).draw(3, new SeededRandom(1)))
        .isDeepEqualTo(new double[][] {{0, 0.5, 0}, {0, 0, 0.5}, {0, 0, 0}});
    assertThat(SpectralRadius.of(new Ring(0.5).draw(7, new SeededRandom(1))))
        .isCloseTo(0.5, within(1e-12));
  }

  @Test
  void uncoupledNeuronsFeedThemselvesAtMost() {
    assertThat(new Uncoupled().draw(2, new SeededRandom(1))).isDeepEqualTo(new double[2][2]);
    assertThat(new Uncoupled(0.9).draw(2, new SeededRandom(1)))
        .isDeepEqualTo(new double[][] {{0.9, 0}, {0, 0.9}});
  }

  @Property(tries = 50)
  void everyNeuronIsFedByAsManyOthersAsAsked(
      @ForAll @IntRange(min = 1, max = 40) int units,
      @ForAll @IntRange(min = 1, max = 12) int fanIn,
      @ForAll long seed) {
    double[][] matrix = new Sparse(0.9, fanIn).draw(units, new SeededRandom(seed));
    double bound = 0.9 * Math.sqrt(3.0 / Math.min(fanIn, units));
    for (int j = 0; j < units; j++) {
      int column = j;
      double[] fed = Arrays.stream(matrix).mapToDouble(row -> row[column]).toArray();
      assertThat(Arrays.stream(fed).filter(weight -> weight != 0).count())
          .isEqualTo(Math.min(fanIn, units));
      assertThat(Arrays.stream(fed).allMatch(weight -> Math.abs(weight) <= bound)).isTrue();
    }
  }

  @Test
  void aDensityIsAShareOfAllNeurons() {
    Sparse sparse = new Sparse(0.9, new Sparse.Density(0.1));
    double[][] matrix = sparse.draw(30, new SeededRandom(1));
    assertThat(Arrays.stream(matrix).flatMapToDouble(Arrays::stream).filter(w -> w != 0).count())
        .isEqualTo(90);
    assertThat(new Sparse.Density(0.001).of(30)).isEqualTo(1);
  }

  /** Numbers from SplitMix64 written down in Python. */
  @Test
  void aSeedGivesTheSameNumbersForEver() {
    assertThat(new CircularLaw(0.9).draw(4, new SeededRandom(7))[0])
        .containsExactly(
            -0.17173842594206823, -0.7532525022203176, 0.6247240744383048, 0.12927553291008564);
    double[][] sparse = new Sparse(0.9, 2).draw(4, new SeededRandom(7));
    assertThat(sparse)
        .isDeepEqualTo(
            new double[][] {
              {0, 0, 0, 0.2626062216451239},
              {-0.10484378132005234, -0.19148333048786703, 0, 0},
              {0.1828232119244526, 0, 0.8024697315743881, 0.5672768005355948},
              {0, -0.8062924910190976, 0.8186160032889391, 0}
            });
  }

  /** What is connected stays connected. */
  @Test
  void takesAnotherSpectralRadiusAndStaysItself() {
    assertThat(new CircularLaw(0.9).withSpectralRadius(2)).isEqualTo(new CircularLaw(2));
    assertThat(new Sparse(0.9, 3).withSpectralRadius(2)).isEqualTo(new Sparse(2, 3));
    assertThat(new Ring(0.9).withSpectralRadius(2)).isEqualTo(new Ring(2));
    assertThat(new Uncoupled(0.9).withSpectralRadius(0)).isEqualTo(new Uncoupled());
    ExactRadius exact = new ExactRadius(new Sparse(1, 3), 0.9);
    assertThat(exact.withSpectralRadius(2)).isEqualTo(new ExactRadius(new Sparse(1, 3), 2));
    Topology own = (units, random) -> new double[][] {{0, 4}, {4, 0}};
    double[][] rescaled = own.withSpectralRadius(3).draw(2, new SeededRandom(1));
    assertThat(rescaled[0]).containsExactly(new double[] {0, 3}, within(1e-12));
    assertThat(rescaled[1]).containsExactly(new double[] {3, 0}, within(1e-12));
  }

  /** In words of a command line. */
  @Test
  void areChosenByName() {
    assertRead("dense(0.9)", new CircularLaw(0.9), "dense(radius=0.9)");
    assertRead("sparse(radius=0.5, fanIn=10)", new Sparse(0.5, 10), "sparse(radius=0.5,fanIn=10)");
    assertRead(
        "sparse(fanIn=density(0.1),radius=0.5)",
        new Sparse(0.5, new Sparse.Density(0.1)),
        "sparse(radius=0.5,fanIn=density(0.1))");
    assertRead("Ring(1)", new Ring(1), "ring(weight=1.0)");
    assertRead("delay-line(.5)", new DelayLine(0.5), "delay-line(weight=0.5)");
    assertRead("uncoupled(0)", new Uncoupled(), "uncoupled(selfWeight=0.0)");
    assertRead(
        "exact-radius(sparse(1,3),0.7)",
        new ExactRadius(new Sparse(1, 3), 0.7),
        "exact-radius(topology=sparse(radius=1.0,fanIn=3),radius=0.7)");
  }

  private static void assertRead(String text, Topology topology, String written) {
    assertThat(Topology.FORM.read(text)).isEqualTo(topology);
    assertThat(Topology.FORM.text(topology)).isEqualTo(written);
  }

  @Test
  void aNameThatDoesNotExistIsAnsweredByTheNearest() {
    assertRefused(() -> Topology.FORM.read("spares(1,2)"), "unknown; did you mean sparse?");
    assertRefused(() -> Topology.FORM.read("sparse(1)"), "must be sparse(radius=...,fanIn=...)");
    assertRefused(() -> Topology.FORM.read("ring(x=1)"), "must be ring(weight=...)");
    assertRefused(() -> Topology.FORM.read("ring(1"), "must be NAME(VALUE,...)");
    assertRefused(() -> Topology.FORM.read("ring(-1)"), "weight = -1.0: must be finite");
  }

  @Test
  void refusesValuesOutOfRange() {
    assertRefused(() -> new Ring(-1), "weight = -1.0: must be finite and 0 or above");
    assertRefused(() -> new DelayLine(-1), "weight = -1.0: must be finite and 0 or above");
    assertRefused(() -> new Uncoupled(-1), "selfWeight = -1.0: must be finite and 0 or above");
    assertRefused(() -> new Sparse(1, 0), "fanIn = 0: must be at least 1");
    assertRefused(() -> new Sparse.Density(1.5), "density = 1.5: must be in (0, 1]");
    assertRefused(() -> new ExactRadius(0), "spectralRadius = 0.0: must be finite and above 0");
  }

  private static void assertRefused(Runnable action, String message) {
    assertThatThrownBy(action::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
