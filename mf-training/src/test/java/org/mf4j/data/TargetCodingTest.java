package org.mf4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mf4j.data.series.SeriesSet;

class TargetCodingTest {
  private static final SeriesSet THREE = SampleSets.ofTargets(3, 2, 0, 1);
  private static final SeriesSet TWO = SampleSets.ofTargets(2, 1, 0);
  private static final SeriesSet NUMBERS = SampleSets.regression(0.5, -2);

  @Test
  void codesClassesAndNumbers() {
    assertThat(labels(THREE, TargetCoding.ONE_HOT))
        .isDeepEqualTo(new float[][] {{0, 0, 1}, {1, 0, 0}, {0, 1, 0}});
    assertThat(labels(THREE, TargetCoding.PLUS_MINUS_ONE))
        .isDeepEqualTo(new float[][] {{-1, -1, 1}, {1, -1, -1}, {-1, 1, -1}});
    assertThat(labels(TWO, TargetCoding.BINARY)).isDeepEqualTo(new float[][] {{1}, {0}});
    assertThat(labels(NUMBERS, TargetCoding.REGRESSION))
        .isDeepEqualTo(new float[][] {{0.5f}, {-2}});
  }

  @Test
  void followsThePapersByDefault() {
    assertThat(TargetCoding.of(THREE)).isEqualTo(TargetCoding.ONE_HOT);
    assertThat(TargetCoding.of(TWO)).isEqualTo(TargetCoding.BINARY);
    assertThat(TargetCoding.of(NUMBERS)).isEqualTo(TargetCoding.REGRESSION);
  }

  @ParameterizedTest
  @CsvSource({"REGRESSION,3", "BINARY,3", "BINARY,0", "ONE_HOT,0", "PLUS_MINUS_ONE,0", "ONE_HOT,1"})
  void refusesACodingThatDoesNotSuit(TargetCoding coding, int classes) {
    SeriesSet set = SampleSets.ofTargets(classes, 0);
    assertThatThrownBy(() -> coding.columns(set))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "coding = "
                + coding
                + ": does not suit sample, which has "
                + classes
                + " classes (0 means regression)");
  }

  private static float[][] labels(SeriesSet set, TargetCoding coding) {
    return SeriesIterator.inOrder(set, coding, set.size()).next().getLabels().toFloatMatrix();
  }
}
