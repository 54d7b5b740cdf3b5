package org.mf4j.layers;

import static org.mf4j.layers.Batches.assertClose;
import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;
import static org.nd4j.linalg.indexing.NDArrayIndex.point;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.mf4j.summaries.AllSteps;
import org.mf4j.summaries.Last;
import org.mf4j.summaries.Maximum;
import org.mf4j.summaries.Mean;
import org.mf4j.summaries.PlainSummaries;
import org.mf4j.summaries.RisingSteps;
import org.mf4j.summaries.StandardDeviation;
import org.mf4j.summaries.StateAt;
import org.mf4j.summaries.StepWindowMean;
import org.mf4j.summaries.Summary;
import org.mf4j.summaries.SummaryOptions;
import org.mf4j.summaries.TotalVariation;
import org.mf4j.summaries.WindowMean;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What {@link StateSummary} makes of the states of any layer, on any engine. */
class StateSummaryTest {
  private static final int STEPS = 7;
  private static final int SERIES = 3;
  private static final List<Summary> SUMMARIES =
      List.of(
          new Last(),
          new Mean(),
          new StandardDeviation(),
          new Maximum(),
          new TotalVariation(),
          new RisingSteps(),
          new StateAt(0),
          new StateAt(-2),
          new WindowMean(0.3, 0.8),
          new StepWindowMean(0, 2));
  private static final SummaryOptions STREAMABLE =
      SummaryOptions.of(
          new Last(),
          new Mean(),
          new StandardDeviation(),
          new Maximum(),
          new TotalVariation(),
          new RisingSteps(),
          new StateAt(2),
          new StepWindowMean(1, 3),
          new AllSteps(STEPS));

  private static SummaryOptions everything() {
    return new SummaryOptions(SUMMARIES, 0, false);
  }

  private static INDArray series(LayerCase c) {
    return Batches.uniform(2, c.dataType(), SERIES, LayerCase.N_IN, STEPS);
  }

  private static INDArray mask(LayerCase c) {
    return Batches.mask(c.dataType(), "1111111", "0111100", "1010111");
  }

  /** The summaries of [B,n,T], by their definitions; n blocks of columns. */
  private static INDArray expected(SummaryOptions options, INDArray states, INDArray mask) {
    long width = states.size(1);
    INDArray features = Nd4j.create(states.dataType(), states.size(0), options.features() * width);
    for (int row = 0; row < states.size(0); row++) {
      for (int i = 0; i < width; i++) {
        double[] h = trajectory(states, mask, row, i);
        double[] values =
            PlainSummaries.of(
                options.summaries(), Arrays.copyOfRange(h, options.washout(), h.length));
        for (int k = 0; k < values.length; k++) {
          features.putScalar(row, k * width + i, values[k]);
        }
      }
    }
    return features;
  }

  private static double[] trajectory(INDArray states, INDArray mask, int row, int neuron) {
    return IntStream.range(0, (int) states.size(2))
        .filter(t -> mask == null || mask.getDouble(row, t) != 0)
        .mapToDouble(t -> states.getDouble(row, neuron, t))
        .toArray();
  }

  /** Two networks of the same weights: the states, and their summary. */
  private static MultiLayerNetwork[] pair(LayerCase c, Layer layer, SummaryOptions options) {
    MultiLayerNetwork states = Nets.of(c, layer.clone());
    MultiLayerNetwork summary = Nets.of(c, new StateSummary(layer.clone(), options));
    summary.setParams(states.params());
    return new MultiLayerNetwork[] {states, summary};
  }

  @EveryLayer
  void featuresAreTheDefinitionsOnTheStates(LayerCase c) {
    MultiLayerNetwork[] nets = pair(c, c.layer(), everything());
    INDArray states = nets[0].output(series(c));
    assertClose(nets[1].output(series(c)), expected(everything(), states, null), c.tolerance());
  }

  @EveryLayer
  void maskedStepsContributeNothing(LayerCase c) {
    SummaryOptions options = new SummaryOptions(SUMMARIES, 1, false);
    MultiLayerNetwork[] nets = pair(c, c.layer(), options);
    INDArray states = nets[0].output(series(c), false, mask(c), null);
    assertClose(
        nets[1].output(series(c), false, mask(c), null),
        expected(options, states, mask(c)),
        c.tolerance());
  }

  @EveryDeterministicLayer
  void paddingOnEitherSideChangesNothing(LayerCase c) {
    MultiLayerNetwork net = pair(c, c.layer(), everything().withInput())[1];
    INDArray x = series(c).get(interval(1, 2), all(), all()).dup();
    INDArray padding = Nd4j.valueArrayOf(new long[] {1, LayerCase.N_IN, 2}, 7.0, c.dataType());
    INDArray alone = net.output(x).dup();
    INDArray right = Nd4j.concat(2, x, padding);
    INDArray left = Nd4j.concat(2, padding, x);
    INDArray both =
        net.output(
            Nd4j.concat(0, right, left),
            false,
            Batches.mask(c.dataType(), "111111100", "001111111"),
            null);
    assertClose(both, Nd4j.concat(0, alone, alone), c.tolerance());
  }

  @EveryLayer
  void theInputIsSummarisedAfterTheNeurons(LayerCase c) {
    SummaryOptions options = everything().withInput();
    MultiLayerNetwork[] nets = pair(c, c.layer(), options);
    INDArray states = nets[0].output(series(c), false, mask(c), null);
    assertClose(
        nets[1].output(series(c), false, mask(c), null),
        Nd4j.concat(1, expected(options, states, mask(c)), expected(options, series(c), mask(c))),
        c.tolerance());
  }

  @EveryLayer
  void bothDirectionsAreSummarisedInTheirOwnTime(LayerCase c) {
    SummaryOptions options = new SummaryOptions(SUMMARIES, 1, false);
    MultiLayerNetwork[] nets = pair(c, c.bidirectional(Bidirectional.Mode.CONCAT), options);
    INDArray states = nets[0].output(series(c), false, mask(c), null);
    INDArray forward = states.get(all(), interval(0, LayerCase.N_OUT), all());
    INDArray backward = states.get(all(), interval(LayerCase.N_OUT, 2 * LayerCase.N_OUT), all());
    assertClose(
        nets[1].output(series(c), false, mask(c), null),
        Nd4j.concat(
            1,
            expected(options, forward, mask(c)),
            expected(options, reversed(backward), reversed(mask(c)))),
        c.tolerance());
  }

  @EveryLayer
  void theLastStateAloneIsThatOfTheLastPresentStep(LayerCase c) {
    SummaryOptions options = SummaryOptions.of(new Last());
    MultiLayerNetwork[] nets = pair(c, c.layer(), options);
    INDArray states = nets[0].output(series(c), false, mask(c), null);
    assertClose(
        nets[1].output(series(c), false, mask(c), null),
        expected(options, states, mask(c)),
        c.tolerance());
  }

  /** The last axis from its end. */
  private static INDArray reversed(INDArray array) {
    long steps = array.size(array.rank() - 1);
    INDArray lines = array.dup('c').reshape('c', -1, steps);
    INDArray result = lines.like();
    for (long t = 0; t < steps; t++) {
      result.putColumn((int) t, lines.getColumn(steps - 1 - t));
    }
    return result.reshape('c', array.shape());
  }

  @EveryLayer
  void aStreamGivesTheFeaturesSoFar(LayerCase c) {
    MultiLayerNetwork net = pair(c, c.layer(), STREAMABLE.withInput())[1];
    INDArray whole = net.output(series(c)).dup();
    for (int repeat = 0; repeat < 2; repeat++) {
      net.rnnTimeStep(Batches.steps(series(c), 0, 3));
      net.rnnTimeStep(series(c).get(all(), all(), point(3)).dup());
      INDArray last = net.rnnTimeStep(Batches.steps(series(c), 4, STEPS));
      assertClose(last, whole, c.tolerance());
      net.rnnClearPreviousState();
    }
  }

  /** Several blocks of series, each summarised in several parts of several runs of steps. */
  @Test
  void manyLongSeriesAreSummarisedWhileTheyRun() {
    LayerCase c = LayerCase.all().findFirst().orElseThrow();
    MultiLayerNetwork[] nets = pair(c, c.builder().nOut(150).build(), everything());
    INDArray x = Batches.uniform(4, c.dataType(), 70, LayerCase.N_IN, 37);
    INDArray mask = Batches.uniform(5, c.dataType(), 70, 37).gt(-0.6).castTo(c.dataType());
    INDArray states = nets[0].output(x, false, mask, null);
    INDArray expected = expected(everything(), states, mask);
    assertClose(nets[1].output(x, false, mask, null), expected, c.tolerance());
    INDArray unmasked = expected(everything(), nets[0].output(x), null);
    assertClose(nets[1].output(x), unmasked, c.tolerance());
  }
}
