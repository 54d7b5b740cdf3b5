package org.mf4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mf4j.layers.Batches.assertClose;
import static org.mf4j.layers.Batches.steps;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Absent steps: padding changes nothing, gaps carry the state. */
class MaskTest {
  private static final int STEPS = 6;
  private static final int PADDING = 4;

  /** Series of 6 steps, followed by 4 steps of rubbish. */
  private static INDArray padded(LayerCase c) {
    return Batches.uniform(3, c.dataType(), 2, LayerCase.N_IN, STEPS + PADDING);
  }

  private static INDArray mask(LayerCase c) {
    return Batches.mask(c.dataType(), "1111110000", "1111110000");
  }

  @EveryLayer
  void paddingChangesNoOutputAndEmitsZero(LayerCase c) {
    MultiLayerNetwork net = Nets.of(c, c.layer(), c.upperLayer());
    INDArray expected = net.output(steps(padded(c), 0, STEPS));
    INDArray actual = net.output(padded(c), false, mask(c), null);
    assertClose(steps(actual, 0, STEPS), expected, c.tolerance());
    assertThat(steps(actual, STEPS, STEPS + PADDING).maxNumber().doubleValue()).isZero();
    assertThat(steps(actual, STEPS, STEPS + PADDING).minNumber().doubleValue()).isZero();
  }

  @EveryLayer
  void paddingChangesNoScoreAndNoGradientOfAClassifier(LayerCase c) {
    MultiLayerNetwork net = Nets.of(c, Nets.lastStep(c.layer()), Nets.output());
    INDArray labels = Batches.classes(5, c.dataType(), 2);
    DataSet whole = new DataSet(steps(padded(c), 0, STEPS), labels);
    DataSet masked = new DataSet(padded(c), labels, mask(c), null);
    // DL4J pulls masked last steps into an array of the default type, float.
    sameScoreAndGradient(1e-6, net, masked, whole);
  }

  @EveryLayer
  void paddingChangesNoScoreAndNoGradientPerStep(LayerCase c) {
    MultiLayerNetwork net = Nets.of(c, c.layer(), c.upperLayer(), Nets.outputPerStep());
    INDArray labels = Batches.classesPerStep(5, c.dataType(), 2, STEPS + PADDING);
    DataSet whole = new DataSet(steps(padded(c), 0, STEPS), steps(labels, 0, STEPS));
    DataSet masked = new DataSet(padded(c), labels, mask(c), mask(c));
    sameScoreAndGradient(c.tolerance(), net, masked, whole);
  }

  private static void sameScoreAndGradient(
      double tolerance, MultiLayerNetwork net, DataSet masked, DataSet whole) {
    INDArray expected = Nets.gradient(net, whole);
    double score = net.score();
    assertClose(Nets.gradient(net, masked), expected, 10 * tolerance);
    assertThat(net.score()).isCloseTo(score, within(tolerance));
    assertThat(net.score(masked)).isCloseTo(net.score(whole), within(tolerance));
  }

  @EveryLayer
  void gapsCarryTheState(LayerCase c) {
    MultiLayerNetwork net = Nets.of(c, c.layer());
    INDArray x = Batches.uniform(3, c.dataType(), 2, LayerCase.N_IN, 7);
    INDArray mask = Batches.mask(c.dataType(), "1011001", "0110111");
    INDArray reference = Nets.reference(c.reference(), net, x, mask, Nd4j.zeros(2, c.states()));
    assertClose(net.output(x, false, mask, null), reference, c.tolerance());
  }

  @EveryLayer
  void aMaskOfAnyNumberTypeServes(LayerCase c) {
    MultiLayerNetwork net = Nets.of(c, c.layer());
    INDArray expected = net.output(padded(c), false, mask(c), null);
    INDArray counted = mask(c).castTo(DataType.INT32);
    assertThat(net.output(padded(c), false, counted, null)).isEqualTo(expected);
  }

  @EveryLayer
  void whatIsMaskedMayBeNaN(LayerCase c) {
    MultiLayerNetwork net = Nets.of(c, Nets.lastStep(c.layer()), Nets.output());
    INDArray labels = Batches.classes(5, c.dataType(), 2);
    INDArray x = padded(c);
    INDArray expected = Nets.gradient(net, new DataSet(x, labels, mask(c), null));
    x.putScalar(new int[] {1, 2, STEPS + 1}, Double.NaN);
    assertThat(Nets.gradient(net, new DataSet(x, labels, mask(c), null))).isEqualTo(expected);
  }

  /** Fault 20: a batch is filled up with series that are none. */
  @EveryLayer
  void aSeriesWithoutAnyStepGivesZeros(LayerCase c) {
    MultiLayerNetwork net = Nets.of(c, c.layer());
    INDArray mask = Batches.mask(c.dataType(), "1111111111", "0000000000");
    INDArray output = net.output(padded(c), false, mask, null);
    INDArray all = net.output(padded(c));
    assertThat(row(output, 0)).isEqualTo(row(all, 0));
    assertThat(row(output, 1)).isEqualTo(row(all, 1).mul(0));
  }

  private static INDArray row(INDArray output, int series) {
    return output.get(NDArrayIndex.interval(series, series + 1)).dup();
  }

  @EveryLayer
  void aSeriesWithoutAnyStepTeachesNothing(LayerCase c) {
    MultiLayerNetwork net = Nets.of(c, c.layer(), Nets.outputPerStep());
    INDArray labels = Batches.classesPerStep(5, c.dataType(), 2, STEPS + PADDING);
    INDArray mask = Batches.mask(c.dataType(), "1111111111", "0000000000");
    INDArray filled = Nets.gradient(net, new DataSet(padded(c), labels, mask, mask)).dup();
    assertThat(filled.isNaN().any()).isFalse();
    INDArray other = padded(c);
    other.get(NDArrayIndex.interval(1, 2)).assign(7);
    assertThat(Nets.gradient(net, new DataSet(other, labels, mask, mask))).isEqualTo(filled);
  }

  @EveryLayer
  void aTruncatedSegmentWithoutAnyStepIsNoError(LayerCase c) {
    MultiLayerNetwork net = Nets.truncated(c, 5, 5, c.layer(), Nets.outputPerStep());
    MultiLayerNetwork shorter = net.clone();
    INDArray labels = Batches.classesPerStep(5, c.dataType(), 2, STEPS + PADDING);
    INDArray mask = Batches.mask(c.dataType(), "1111100000", "1111100000");
    net.fit(new DataSet(padded(c), labels, mask, mask));
    shorter.fit(new DataSet(steps(padded(c), 0, 5), steps(labels, 0, 5)));
    assertClose(net.params(), shorter.params(), c.tolerance());
  }
}
