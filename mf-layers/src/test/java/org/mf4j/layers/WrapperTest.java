package org.mf4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mf4j.layers.Batches.assertClose;
import static org.mf4j.layers.Batches.assertDifferent;

import java.util.Arrays;
import java.util.Map;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.util.MaskZeroLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** What DL4J's wrappers and neighbours make of a layer. */
class WrapperTest {
  private static final int STEPS = 6;

  private static INDArray series(LayerCase c) {
    return Batches.uniform(2, c.dataType(), 3, LayerCase.N_IN, STEPS);
  }

  @EveryLayer
  void bidirectionalCombinesTwoRuns(LayerCase c) {
    INDArray x = series(c);
    for (Bidirectional.Mode mode : Bidirectional.Mode.values()) {
      MultiLayerNetwork both = Nets.of(c, c.bidirectional(mode));
      INDArray forward = alone(c, both, "f").output(x);
      INDArray backward = backwards(alone(c, both, "b").output(backwards(x)));
      INDArray expected =
          switch (mode) {
            case ADD -> forward.add(backward);
            case MUL -> forward.mul(backward);
            case AVERAGE -> forward.add(backward).mul(0.5);
            case CONCAT -> Nd4j.concat(1, forward, backward);
          };
      assertClose(both.output(x), expected, c.tolerance());
    }
  }

  /** The series from its last step to its first. */
  private static INDArray backwards(INDArray series) {
    INDArray result = series.dup();
    long last = series.size(2) - 1;
    for (int t = 0; t <= last; t++) {
      result
          .tensorAlongDimension(t, 0, 1)
          .assign(series.tensorAlongDimension((int) last - t, 0, 1));
    }
    return result;
  }

  /** One direction of a bidirectional layer as a network of its own. */
  private static MultiLayerNetwork alone(LayerCase c, MultiLayerNetwork both, String prefix) {
    MultiLayerNetwork net = Nets.of(c, c.layer());
    for (Map.Entry<String, INDArray> param : net.getLayer(0).paramTable().entrySet()) {
      param.getValue().assign(both.getLayer(0).getParam(prefix + param.getKey()));
    }
    return net;
  }

  @EveryLayer
  void lastTimeStepTakesTheLastPresentStep(LayerCase c) {
    MultiLayerNetwork sequence = Nets.of(c, c.layer());
    MultiLayerNetwork last = Nets.of(c, new LastTimeStep(c.layer()));
    last.setParams(sequence.params());
    INDArray all = sequence.output(series(c));
    assertClose(last.output(series(c)), all.tensorAlongDimension(STEPS - 1, 0, 1), c.tolerance());
    INDArray mask = Batches.mask(c.dataType(), "111111", "110000", "101000");
    INDArray masked = last.output(series(c), false, mask, null);
    INDArray gaps = sequence.output(series(c), false, mask, null);
    assertClose(masked.getRow(1), all.tensorAlongDimension(1, 0, 1).getRow(1), 1e-6);
    assertClose(masked.getRow(2), gaps.tensorAlongDimension(2, 0, 1).getRow(2), 1e-6);
  }

  @EveryLayer
  void maskZeroLayerSkipsSteps(LayerCase c) {
    INDArray x = series(c);
    x.tensorAlongDimension(2, 0, 1).assign(0);
    MultiLayerNetwork plain = Nets.of(c, c.layer());
    MultiLayerNetwork masking =
        Nets.of(c, new MaskZeroLayer.Builder().setMaskValue(0).setUnderlying(c.layer()).build());
    masking.setParams(plain.params());
    INDArray mask = Batches.mask(c.dataType(), "110111", "110111", "110111");
    assertClose(masking.output(x), plain.output(x, false, mask, null), c.tolerance());
    assertDifferent(masking.output(x), plain.output(x));
  }

  @EveryLayer
  void poolingAveragesThePresentSteps(LayerCase c) {
    MultiLayerNetwork sequence = Nets.of(c, c.layer());
    MultiLayerNetwork pooled = Nets.of(c, c.layer(), new GlobalPoolingLayer(PoolingType.AVG));
    pooled.setParams(sequence.params());
    INDArray mask = Batches.mask(c.dataType(), "111111", "110000", "111000");
    INDArray counts = mask.sum(1);
    assertClose(
        pooled.output(series(c), false, mask, null),
        sequence.output(series(c), false, mask, null).sum(2).divColumnVector(counts),
        c.tolerance());
  }

  @EveryLayer
  void nwcIsNcwWithAxesSwapped(LayerCase c) {
    MultiLayerNetwork ncw = Nets.of(c, c.layer(), c.upperLayer());
    MultiLayerNetwork nwc =
        Nets.of(
            Nets.configuration(c.dataType()),
            InputType.recurrent(LayerCase.N_IN, STEPS, RNNFormat.NWC),
            c.builder().dataFormat(RNNFormat.NWC).build(),
            c.builder().nIn(LayerCase.N_OUT).dataFormat(RNNFormat.NWC).build());
    nwc.setParams(ncw.params());
    INDArray expected = ncw.output(series(c));
    assertClose(Batches.swapped(nwc.output(Batches.swapped(series(c)))), expected, c.tolerance());
    INDArray steps = nwc.rnnTimeStep(Batches.swapped(series(c)));
    assertClose(Batches.swapped(steps), expected, c.tolerance());
    INDArray mask = Batches.mask(c.dataType(), "111111", "110110", "111000");
    assertClose(
        Batches.swapped(nwc.output(Batches.swapped(series(c)), false, mask, null)),
        ncw.output(series(c), false, mask, null),
        c.tolerance());
  }

  @EveryLayer
  void aFrozenLayerStaysAndTheRestLearns(LayerCase c) {
    MultiLayerNetwork net =
        Nets.of(c, new FrozenLayer(c.layer()), c.upperLayer(), Nets.outputPerStep());
    INDArray before = net.params().dup();
    INDArray labels = Batches.classesPerStep(3, c.dataType(), 3, STEPS);
    net.fit(new DataSet(series(c), labels));
    long frozen = net.getLayer(0).numParams();
    assertThat(part(net.params(), 0, frozen)).isEqualTo(part(before, 0, frozen));
    assertDifferent(
        part(net.params(), frozen, before.length()), part(before, frozen, before.length()));
    INDArray output = net.output(series(c)).dup();
    assertClose(net.rnnTimeStep(series(c)), output, c.tolerance());
  }

  @EveryLayer
  void aLayerFrozenWithBackpropPassesItsGradientDown(LayerCase c) {
    MultiLayerNetwork frozen =
        Nets.of(
            c,
            c.layer(),
            new FrozenLayerWithBackprop(c.builder().nIn(LayerCase.N_OUT).dropOut(0.5).build()),
            Nets.outputPerStep());
    MultiLayerNetwork free = Nets.of(c, c.layer(), c.upperLayer(), Nets.outputPerStep());
    free.setParams(frozen.params());
    DataSet data = new DataSet(series(c), Batches.classesPerStep(3, c.dataType(), 3, STEPS));
    long lower = free.getLayer(0).numParams();
    INDArray before = frozen.params().dup();
    frozen.fit(data);
    free.fit(data);
    assertClose(part(frozen.params(), 0, lower), part(free.params(), 0, lower), c.tolerance());
    assertDifferent(part(frozen.params(), 0, lower), part(before, 0, lower));
    long upper = lower + free.getLayer(1).numParams();
    assertThat(part(frozen.params(), lower, upper)).isEqualTo(part(before, lower, upper));
  }

  private static INDArray part(INDArray params, long start, long end) {
    double[] all = params.dup().data().asDouble();
    return Nd4j.createFromArray(Arrays.copyOfRange(all, (int) start, (int) end));
  }
}
