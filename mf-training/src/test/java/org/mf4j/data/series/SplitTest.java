package org.mf4j.data.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mf4j.data.ControlCharts;
import org.mf4j.data.SampleSets;

class SplitTest {
  @Property(tries = 200)
  void everyClassIsSplitInProportion(@ForAll("targets") int[] targets, @ForAll long seed) {
    SeriesSet set = SampleSets.ofTargets(4, targets);
    Split split = Split.holdOut(set, Split.VALIDATION_FRACTION, seed);
    for (int c = 0; c < 4; c++) {
      double members = count(set, c);
      assertThat(count(split.validation(), c)).isCloseTo(0.2 * members, within(0.5));
    }
    assertThat(Stream.concat(split.train().series().stream(), split.validation().series().stream()))
        .containsExactlyInAnyOrderElementsOf(set.series());
  }

  @Property(tries = 200)
  void foldsShareOutEveryClass(
      @ForAll("targets") int[] targets, @ForAll @IntRange(min = 2, max = 7) int folds) {
    SeriesSet set = SampleSets.ofTargets(4, targets);
    List<Split> splits = Split.kFold(set, folds, 1);
    assertThat(splits).hasSize(folds);
    assertThat(splits.stream().flatMap(split -> split.validation().series().stream()))
        .containsExactlyInAnyOrderElementsOf(set.series());
    for (Split split : splits) {
      assertThat(split.train().size() + split.validation().size()).isEqualTo(set.size());
      assertThat(split.train().series()).doesNotContainAnyElementsOf(split.validation().series());
      for (int c = 0; c < 4; c++) {
        assertThat(count(split.validation(), c)).isCloseTo(count(set, c) / folds, within(1.0));
      }
    }
  }

  @Test
  void foldsNeedTwoAndEnoughSeries() {
    SeriesSet set = SampleSets.ofTargets(2, 0, 1, 1);
    assertThatThrownBy(() -> Split.kFold(set, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("folds = 1: must be at least 2");
    assertThatThrownBy(() -> Split.kFold(set, 4, 1)).isInstanceOf(DataException.class);
  }

  @Provide
  Arbitrary<int[]> targets() {
    return Arbitraries.integers().between(0, 3).array(int[].class).ofMinSize(20).ofMaxSize(60);
  }

  @Test
  void aClassKeepsOneTrainingSeries() {
    Split split = Split.holdOut(SampleSets.ofTargets(3, 0, 0, 0, 1, 1, 2), 0.9, 1);
    assertThat(split.train().series()).extracting(Series::target).containsExactly(0.0, 1.0, 2.0);
    assertThat(split.validation().series())
        .extracting(Series::target)
        .containsExactly(0.0, 0.0, 1.0);
  }

  @Test
  void numbersAreSplitAtRandom() {
    double[] targets = new double[100];
    Arrays.setAll(targets, i -> i);
    SeriesSet set = SampleSets.regression(targets);
    Split split = Split.holdOut(set, 0.2, 1);
    assertThat(split.validation().size()).isEqualTo(20);
    assertThat(split.train().size()).isEqualTo(80);
    assertThat(split.validation().series()).isSubsetOf(set.series());
    assertThat(split.train().series()).doesNotContainAnyElementsOf(split.validation().series());
  }

  @Test
  void theSeedDecides() {
    SeriesSet set = ControlCharts.generate(1).train();
    List<Series> one = Split.holdOut(set, 0.2, 1).validation().series();
    assertThat(Split.holdOut(set, 0.2, 1).validation().series()).isEqualTo(one);
    assertThat(Split.holdOut(set, 0.2, 2).validation().series()).isNotEqualTo(one);
  }

  @Test
  void bothPartsKeepTheOrderOfTheSet() {
    SeriesSet set = SampleSets.ofTargets(2, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1);
    for (SeriesSet part :
        List.of(Split.holdOut(set, 0.4, 3).train(), Split.holdOut(set, 0.4, 3).validation())) {
      assertThat(part.series()).extracting(s -> s.channels()[0][0]).isSorted();
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.5, Double.NaN})
  void refusesAFractionOutsideTheOpenInterval(double fraction) {
    SeriesSet set = SampleSets.regression(1, 2, 3);
    assertThatThrownBy(() -> Split.holdOut(set, fraction, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("validationFraction = " + fraction + ": must lie in (0, 1)");
  }

  @Test
  void refusesASetThatIsTooSmall() {
    SeriesSet set = SampleSets.ofTargets(2, 0, 1);
    assertThatThrownBy(() -> Split.holdOut(set, 0.2, 1))
        .isInstanceOf(DataException.class)
        .hasMessage("sample: its 2 series are too few to set a validation part aside.");
  }

  private static double count(SeriesSet set, int target) {
    return set.series().stream().filter(s -> s.target() == target).count();
  }
}
