package org.mf4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.apache.commons.lang3.SerializationUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

class SeriesIteratorTest {
  private static final SeriesSet UNEQUAL = SampleSets.ofLengths(2, 3, 3, 1, 2);

  @Test
  void aBatchIsFeaturesLabelsAndAMaskWhereLengthsDiffer() {
    DataSet batch = SeriesIterator.inOrder(UNEQUAL, TargetCoding.ONE_HOT, 8).next();
    assertThat(batch.getFeatures())
        .isEqualTo(
            Nd4j.createFromArray(
                new float[][][] {
                  {{0, 1, 2}, {10, 11, 12}},
                  {{100, 0, 0}, {110, 0, 0}},
                  {{200, 201, 0}, {210, 211, 0}}
                }));
    assertThat(batch.getLabels())
        .isEqualTo(Nd4j.createFromArray(new float[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}));
    assertThat(batch.getFeaturesMaskArray())
        .isEqualTo(Nd4j.createFromArray(new float[][] {{1, 1, 1}, {1, 0, 0}, {1, 1, 0}}));
    assertThat(batch.getLabelsMaskArray()).isNull();
    assertThat(batch.getFeatures().dataType()).isEqualTo(DataType.FLOAT);
  }

  @Test
  void aBatchOfEqualLengthsHasNoMask() {
    SeriesSet set = SampleSets.ofLengths(1, 2, 4, 4, 2);
    SeriesIterator iterator = SeriesIterator.inOrder(set, TargetCoding.ONE_HOT, 2);
    DataSet first = iterator.next();
    DataSet last = iterator.next();
    assertThat(first.getFeaturesMaskArray()).isNull();
    assertThat(last.getFeaturesMaskArray()).isNull();
    assertThat(last.getFeatures().shape()).containsExactly(1, 1, 2);
    assertThat(iterator.hasNext()).isFalse();
    assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void describesItself() {
    SeriesIterator iterator = SeriesIterator.inOrder(UNEQUAL, TargetCoding.ONE_HOT, 2);
    assertThat(iterator.inputColumns()).isEqualTo(2);
    assertThat(iterator.totalOutcomes()).isEqualTo(3);
    assertThat(iterator.batch()).isEqualTo(2);
    assertThat(iterator.getLabels()).containsExactly("class0", "class1", "class2");
    assertThat(iterator.resetSupported()).isTrue();
  }

  /** 7,340,032 numbers at most, but 64 series at least, and 1,024 at most. */
  @ParameterizedTest
  @CsvSource({"2, 10, 1024", "4, 4096, 448", "16, 65536, 64"})
  void largeBatchesAreAsLargeAsMemoryAllows(int channels, int steps, int expected) {
    Series one = new Series(new double[channels][steps], 0);
    SeriesSet set = new SeriesSet("zeros", List.of(), Collections.nCopies(3, one));
    assertThat(SeriesIterator.inLargeBatches(set, TargetCoding.REGRESSION).batch())
        .isEqualTo(expected);
    SeriesSet narrow =
        new SeriesSet("zeros", List.of(), List.of(new Series(new double[1][steps], 0)));
    assertThat(SeriesIterator.inLargeBatches(narrow, TargetCoding.REGRESSION, channels).batch())
        .isEqualTo(expected);
  }

  @Test
  void givesABatchOfAnotherSizeOnDemand() {
    SeriesIterator iterator = SeriesIterator.inOrder(UNEQUAL, TargetCoding.ONE_HOT, 2);
    assertThat(iterator.next(1).numExamples()).isEqualTo(1);
    assertThat(iterator.next().getFeatures().getDouble(0, 0, 0)).isEqualTo(100);
  }

  @Test
  void aBatchLargerThanTheSetIsTheSet() {
    SeriesIterator iterator =
        SeriesIterator.inOrder(UNEQUAL, TargetCoding.ONE_HOT, Integer.MAX_VALUE);
    assertThat(iterator.next(1).numExamples()).isEqualTo(1);
    assertThat(iterator.next().numExamples()).isEqualTo(2);
  }

  @Test
  void aPreProcessorNeverSeesABatchTwice() {
    SeriesIterator iterator = SeriesIterator.inOrder(UNEQUAL, TargetCoding.ONE_HOT, 3);
    iterator.setPreProcessor(batch -> batch.getFeatures().addi(1000));
    assertThat(iterator.next().getFeatures().getDouble(0, 0, 0)).isEqualTo(1000);
    iterator.reset();
    assertThat(iterator.next().getFeatures().getDouble(0, 0, 0)).isEqualTo(1000);
  }

  @Test
  void everyShuffledPassIsAnotherOrderOfAllSeries() {
    SeriesIterator iterator = shuffled(5);
    List<Integer> first = pass(iterator);
    List<Integer> second = pass(iterator);
    assertThat(first).containsExactlyInAnyOrderElementsOf(IntStream.range(0, 50).boxed().toList());
    assertThat(second).containsExactlyInAnyOrderElementsOf(first).isNotEqualTo(first);
  }

  @Test
  void theSeedDecidesTheOrderOfEveryPass() {
    SeriesIterator one = shuffled(5);
    SeriesIterator same = shuffled(5);
    assertThat(pass(one)).isEqualTo(pass(same)).isNotEqualTo(pass(shuffled(6)));
    assertThat(pass(one)).isEqualTo(pass(same));
  }

  @Test
  void resetBeforeTheFirstBatchChangesNothing() {
    SeriesIterator twice = shuffled(5);
    twice.reset();
    twice.reset();
    assertThat(pass(twice)).isEqualTo(pass(shuffled(5)));
  }

  @Test
  void labelsAndValuesStayTogetherWhenShuffled() {
    SeriesIterator iterator = shuffled(5);
    while (iterator.hasNext()) {
      DataSet batch = iterator.next();
      for (int i = 0; i < batch.numExamples(); i++) {
        int series = (int) batch.getFeatures().getDouble(i, 0, 0) / 100;
        assertThat(batch.getLabels().getDouble(i, series % 2)).isEqualTo(1);
      }
    }
  }

  @Test
  void continuesAfterSerialisation() {
    SeriesIterator iterator = shuffled(5);
    iterator.next();
    SeriesIterator copy = SerializationUtils.roundtrip(iterator);
    assertThat(copy.next().getFeatures()).isEqualTo(iterator.next().getFeatures());
    iterator.reset();
    copy.reset();
    assertThat(pass(copy)).isEqualTo(pass(iterator));
  }

  @Test
  @SuppressWarnings("try") // A workspace acts by being open.
  void batchesOutliveTheWorkspaceTheyWereBuiltIn() {
    SeriesIterator iterator = SeriesIterator.inOrder(UNEQUAL, TargetCoding.ONE_HOT, 3);
    WorkspaceConfiguration small = WorkspaceConfiguration.builder().initialSize(1 << 16).build();
    try (MemoryWorkspace open =
        Nd4j.getWorkspaceManager().getAndActivateWorkspace(small, "SeriesIteratorTest")) {
      DataSet batch = iterator.next();
      assertThat(batch.getFeatures().isAttached()).isFalse();
      assertThat(batch.getLabels().isAttached()).isFalse();
      assertThat(batch.getFeaturesMaskArray().isAttached()).isFalse();
    }
  }

  @Test
  void refusesMissingValues() {
    SeriesSet set =
        new SeriesSet(
            "holes", List.of("a", "b"), List.of(new Series(new double[][] {{1, Double.NaN}}, 0)));
    assertThatThrownBy(() -> SeriesIterator.inOrder(set, TargetCoding.ONE_HOT, 1))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "holes: series 1 has a missing value (channel 1, step 2); fill it in, for example"
                + " with the transform interpolate, or remove the series.");
  }

  /** Fault 19. */
  @ParameterizedTest
  @CsvSource({"Infinity, an infinite value", "-1e39, a value beyond the range of a float"})
  void refusesWhatIsNoFloat(double value, String what) {
    Series good = new Series(new double[][] {{1, 2}}, 0);
    SeriesSet set =
        new SeriesSet("x", List.of(), List.of(new Series(new double[][] {{1, 2}, {value, 2}}, 0)));
    assertThatThrownBy(() -> SeriesIterator.inOrder(set, TargetCoding.REGRESSION, 1))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("x: series 1 has " + what + " (channel 2, step 1)");
    SeriesSet targets =
        new SeriesSet("x", List.of(), List.of(good, new Series(new double[][] {{1}}, value)));
    assertThatThrownBy(() -> SeriesIterator.inOrder(targets, TargetCoding.REGRESSION, 1))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("x: series 2 has " + what + " (the target)");
  }

  /** Fault 3: a loop that transforms each batch in place saw it transformed in the next epoch. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void batchesMayBeChanged(boolean inOrder) {
    SeriesIterator iterator =
        inOrder
            ? SeriesIterator.inOrder(UNEQUAL, TargetCoding.ONE_HOT, 2)
            : SeriesIterator.shuffled(UNEQUAL, TargetCoding.ONE_HOT, 2, 1);
    List<Double> sums = new ArrayList<>();
    for (int epoch = 0; epoch < 3; epoch++) {
      iterator.reset();
      double sum = 0;
      while (iterator.hasNext()) {
        DataSet batch = iterator.next();
        sum += batch.getFeatures().sumNumber().doubleValue();
        sum += batch.getLabels().sumNumber().doubleValue();
        batch.getFeatures().muli(3).addi(1);
        batch.getLabels().assign(9);
        if (batch.getFeaturesMaskArray() != null) {
          assertThat(batch.getFeaturesMaskArray().maxNumber().doubleValue()).isEqualTo(1);
          batch.getFeaturesMaskArray().assign(0);
        }
      }
      sums.add(sum);
    }
    assertThat(sums.get(1)).isEqualTo(sums.get(0));
    assertThat(sums.get(2)).isEqualTo(sums.get(0));
  }

  @Test
  void refusesABatchSizeOfZero() {
    assertThatThrownBy(() -> SeriesIterator.inOrder(UNEQUAL, TargetCoding.ONE_HOT, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("batchSize = 0: must be at least 1");
    assertThatThrownBy(() -> SeriesIterator.inOrder(UNEQUAL, TargetCoding.ONE_HOT, 1).next(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("batchSize = 0: must be at least 1");
  }

  private static SeriesIterator shuffled(long seed) {
    SeriesSet set = SampleSets.ofLengths(1, 2, IntStream.generate(() -> 1).limit(50).toArray());
    return SeriesIterator.shuffled(set, TargetCoding.ONE_HOT, 8, seed);
  }

  /** The indices of the series in the order of one pass. */
  private static List<Integer> pass(SeriesIterator iterator) {
    iterator.reset();
    List<Integer> order = new ArrayList<>();
    while (iterator.hasNext()) {
      DataSet batch = iterator.next();
      for (int i = 0; i < batch.numExamples(); i++) {
        order.add((int) batch.getFeatures().getDouble(i, 0, 0) / 100);
      }
    }
    return order;
  }
}
