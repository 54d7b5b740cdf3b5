package org.mf4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.SeriesIterator;
import org.mf4j.data.TargetCoding;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.training.EpochListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** What the presets owe their users, on two channels of 5 to 14 steps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PresetContract {
  private static final DatasetSplit DATA = ToySets.twoLevelsOfUnequalLengths();
  private final ModelSettings preset;

  /** The activations that the summaries are. */
  private final int summaries;

  private FittedModel model;

  /** A preset with 30 neurons, and how many layers show the series in more channels. */
  PresetContract(ModelSettings preset, int views) {
    this.preset = preset;
    this.summaries = views + 1;
  }

  @BeforeAll
  void fit() throws InterruptedException {
    model = fit(DATA.train());
  }

  @Test
  void predictsEverySeriesAsIfAlone() {
    double[] together = model.predict(DATA.test());
    for (int i = 0; i < DATA.test().size(); i++) {
      assertThat(model.predict(DATA.test().subset(i))).containsExactly(together[i]);
    }
  }

  @Test
  void isEvaluatedByDeeplearning4j() {
    double accuracy =
        model
            .network()
            .evaluate(SeriesIterator.inOrder(DATA.test(), TargetCoding.PLUS_MINUS_ONE, 64))
            .accuracy();
    assertThat(accuracy).isCloseTo(model.score(DATA.test()), within(1e-9));
  }

  @Test
  void aStreamInPiecesGivesTheOutputOfTheWholeSeries() {
    MultiLayerNetwork network = model.network();
    INDArray x = Nd4j.rand(DataType.FLOAT, 3, 2, 40);
    INDArray whole = network.output(x);
    network.rnnClearPreviousState();
    INDArray last = null;
    for (int from = 0; from < 40; from += 8) {
      last =
          network.rnnTimeStep(
              x.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(from, from + 8))
                  .dup());
    }
    assertThat(whole.stdNumber().doubleValue()).isGreaterThan(1e-3);
    assertThat(last.reshape(whole.shape()).sub(whole).amaxNumber().doubleValue()).isLessThan(1e-4);
  }

  /** Every series may be recorded in any unit, with any zero. */
  @Test
  void doesNotDependOnTheUnitsOfTheSeries() throws InterruptedException {
    DoubleUnaryOperator unit = x -> 250 * x + 500;
    FittedModel other = fit(changed(DATA.train(), unit));
    INDArray means = meanStates(model, DATA.test());
    INDArray others = meanStates(other, changed(DATA.test(), unit));
    assertThat(means.stdNumber().doubleValue()).isGreaterThan(1e-2);
    assertThat(means.sub(others).amaxNumber().doubleValue()).isLessThan(1e-4);
    assertThat(other.score(changed(DATA.test(), unit))).isGreaterThan(0.95);
  }

  /** Features stay in [-1, 1], so the output is bounded by the weights. */
  @Test
  void aSeriesUnlikeAnyInTrainingGivesOutputsOfTheUsualSize() {
    INDArray outputs = outputs(model, changed(DATA.test(), x -> 1e4 * x * x * x));
    INDArray weights = model.network().getParam(model.network().getnLayers() - 1 + "_W");
    INDArray bias = model.network().getParam(model.network().getnLayers() - 1 + "_b");
    double bound =
        Nd4j.math().abs(weights).sum(0).amaxNumber().doubleValue()
            + bias.amaxNumber().doubleValue();
    assertThat(outputs.amaxNumber().doubleValue()).isLessThanOrEqualTo(bound);
  }

  @Test
  void featuresOfTheTrainingSetFillTheirRange() {
    SeriesIterator all = SeriesIterator.inOrder(DATA.train(), TargetCoding.PLUS_MINUS_ONE, 1000);
    DataSet batch = all.next();
    List<INDArray> activations =
        model.network().feedForward(batch.getFeatures(), batch.getFeaturesMaskArray(), null);
    INDArray raw = activations.get(summaries);
    INDArray scaled = activations.get(summaries + 1);
    for (int j = 0; j < raw.size(1); j++) {
      double[] before = raw.getColumn(j).toDoubleVector();
      double[] after = scaled.getColumn(j).toDoubleVector();
      double lower = Arrays.stream(before).min().orElseThrow();
      double width = Arrays.stream(before).max().orElseThrow() - lower;
      for (int i = 0; i < before.length; i++) {
        if (width > 1e-3) {
          assertThat(after[i]).isCloseTo(2 * (before[i] - lower) / width - 1, within(1e-3));
        }
      }
    }
  }

  private FittedModel fit(SeriesSet train) throws InterruptedException {
    return new ModelFitter(preset).fit(train, 1, EpochListener.NONE);
  }

  /** The second block of features. */
  private INDArray meanStates(FittedModel fitted, SeriesSet set) {
    DataSet batch = SeriesIterator.inOrder(set, TargetCoding.PLUS_MINUS_ONE, 1000).next();
    return fitted
        .network()
        .feedForward(batch.getFeatures(), batch.getFeaturesMaskArray(), null)
        .get(summaries)
        .get(NDArrayIndex.all(), NDArrayIndex.interval(30, 60));
  }

  private static INDArray outputs(FittedModel fitted, SeriesSet set) {
    DataSet batch = SeriesIterator.inOrder(set, TargetCoding.PLUS_MINUS_ONE, 1000).next();
    return fitted.network().output(batch.getFeatures(), false, batch.getFeaturesMaskArray(), null);
  }

  private static SeriesSet changed(SeriesSet set, DoubleUnaryOperator unit) {
    List<Series> changed =
        set.series().stream()
            .map(
                series ->
                    new Series(
                        Arrays.stream(series.channels())
                            .map(channel -> Arrays.stream(channel).map(unit).toArray())
                            .toArray(double[][]::new),
                        series.target()))
            .toList();
    return new SeriesSet(set.name(), set.classes(), changed);
  }
}
