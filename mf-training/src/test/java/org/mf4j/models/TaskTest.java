package org.mf4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.nd4j.linalg.factory.Nd4j;

class TaskTest {
  private static final Task THREE = new Task(List.of("a", "b", "c"));
  private static final Task TWO = new Task(List.of("a", "b"));
  private static final Task NUMBERS = new Task(List.of());

  @Test
  void theLargestOutputNamesTheClass() {
    assertThat(THREE.decode(Nd4j.create(new double[][] {{-1, 0.2, 0.1}, {5, 4, 3}, {-3, -2, -1}})))
        .containsExactly(1, 0, 2);
    assertThat(TWO.decode(Nd4j.create(new double[][] {{-1, 1}, {0.1, 0}}))).containsExactly(1, 0);
  }

  @Test
  void aSingleSigmoidUnitNamesTheSecondClassAboveOneHalf() {
    assertThat(TWO.decode(Nd4j.create(new double[][] {{0.2}, {0.5}, {0.51}})))
        .containsExactly(0, 0, 1);
  }

  @Test
  void aNumberIsItself() {
    assertThat(NUMBERS.decode(Nd4j.create(new double[][] {{0.25}, {-3}})))
        .containsExactly(0.25, -3);
  }

  @Test
  void oneSeriesIsABatchToo() {
    assertThat(THREE.decode(Nd4j.create(new double[][] {{1, 3, 2}}))).containsExactly(1);
    assertThat(TWO.decode(Nd4j.create(new double[][] {{0.7}}))).containsExactly(1);
    assertThat(NUMBERS.decode(Nd4j.create(new double[][] {{0.75}}))).containsExactly(0.75);
  }

  @Test
  void accuracyIsTheShareOfRightClassesMatchedByLabel() {
    SeriesSet otherOrder = set(List.of("c", "a", "b"), 0, 1, 2, 2);
    assertThat(THREE.score(new double[] {2, 0, 1, 0}, otherOrder)).isEqualTo(0.75);
  }

  @Test
  void rmseIsInUnitsOfTheTarget() {
    assertThat(NUMBERS.score(new double[] {1, 2}, set(List.of(), 4, 6)))
        .isCloseTo(Math.sqrt((9 + 16) / 2.0), within(1e-12));
  }

  @Test
  void refusesTargetsOfAnotherTask() {
    assertThatThrownBy(() -> THREE.score(new double[] {1}, set(List.of(), 4)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("classes");
    assertThatThrownBy(() -> TWO.score(new double[] {1}, set(List.of("a", "z"), 1)))
        .isInstanceOf(DataException.class)
        .hasMessage("toy: the model does not know the class \"z\" (it knows a, b).");
  }

  private static SeriesSet set(List<String> classes, double... targets) {
    return new SeriesSet(
        "toy",
        classes,
        Arrays.stream(targets)
            .mapToObj(target -> new Series(new double[][] {{0}}, target))
            .toList());
  }
}
