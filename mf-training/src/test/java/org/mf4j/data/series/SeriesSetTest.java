package org.mf4j.data.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mf4j.data.SampleSets;

class SeriesSetTest {
  private static final SeriesSet SET = SampleSets.ofLengths(2, 2, 3, 1, 2);

  @Test
  void knowsItsShape() {
    assertThat(SET.size()).isEqualTo(3);
    assertThat(SET.channels()).isEqualTo(2);
    assertThat(SET.maxLength()).isEqualTo(3);
    assertThat(SET.equalLength()).isFalse();
    assertThat(SET.subset(0, 0).equalLength()).isTrue();
    assertThat(SET.isClassification()).isTrue();
    assertThat(SampleSets.regression(1).isClassification()).isFalse();
  }

  @Test
  void aSubsetKeepsTheOrderAsked() {
    SeriesSet subset = SET.subset(2, 0);
    assertThat(subset.series()).containsExactly(SET.series().get(2), SET.series().get(0));
    assertThat(subset.classes()).isEqualTo(SET.classes());
  }

  /** Fault 17: a message counted within the part that was set aside. */
  @Test
  void aSeriesKeepsItsNumberInPartsOfParts() {
    SeriesSet part = SET.subset(2, 1).subset(0).map(channels -> channels);
    assertThat(part.numberOf(0)).isEqualTo(3);
    assertThat(part.withClasses(List.of("class1", "class0")).numberOf(0)).isEqualTo(3);
    assertThat(SET.numberOf(0)).isEqualTo(1);
  }

  /** Fault 22. */
  @Test
  void aBufferMayBeFilledAgain() {
    double[][] buffer = {{1, 2}};
    Series first = new Series(buffer, 0);
    buffer[0][0] = 7;
    assertThat(first.channels()[0]).containsExactly(1, 2);
  }

  @Test
  void renumbersItsClassesByLabel() {
    SeriesSet renumbered = SET.withClasses(List.of("class1", "other", "class0"));
    assertThat(renumbered.series()).extracting(Series::target).containsExactly(2.0, 0.0, 2.0);
    assertThatThrownBy(() -> SET.withClasses(List.of("class0", "other")))
        .isInstanceOf(DataException.class)
        .hasMessage("sample: the class \"class1\" is not among those expected (class0, other).");
  }

  @Test
  void refusesWhatIsNoSet() {
    assertThatThrownBy(() -> SET.subset())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("series: the set sample is empty");
    Series one = new Series(new double[][] {{1}}, 0);
    assertThatThrownBy(() -> new SeriesSet("x", List.of(), List.of(SET.series().get(0), one)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("series: 2 and 1 channels in one set");
    assertThatThrownBy(
            () -> new SeriesSet("x", List.of("a"), List.of(new Series(new double[][] {{1}}, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("series: target 1.0 is no index of 1 classes");
    assertThatThrownBy(() -> new Series(new double[][] {{1, 2}, {1}}, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lengths 2 and 1 in one series");
  }
}
