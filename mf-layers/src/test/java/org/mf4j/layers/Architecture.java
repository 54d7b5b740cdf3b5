package org.mf4j.layers;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.TimeDistributed;
import org.deeplearning4j.nn.conf.layers.util.MaskZeroLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.summaries.Last;
import org.mf4j.summaries.SummaryOptions;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * A network around a recurrent layer, for the gradients of the layer among its neighbours.
 *
 * @param name of the architecture
 * @param perStep whether it classifies every step, or the series
 * @param format of its input
 * @param layers makes the layers
 */
record Architecture(
    String name, boolean perStep, RNNFormat format, Function<LayerCase, Layer[]> layers) {

  static Stream<Architecture> all() {
    return Stream.concat(
        Arrays.stream(Bidirectional.Mode.values()).map(Architecture::bidirectional),
        List.of(
            perStep("one layer", c -> layers(c.layer(), Nets.outputPerStep())),
            perStep("stacked", c -> layers(c.layer(), c.upperLayer(), Nets.outputPerStep())),
            perStep("stack as one layer", c -> layers(stack(c), Nets.outputPerStep())),
            perSeries("last step of both stacks", Architecture::lastOfBothStacks),
            perStep("time distributed", Architecture::timeDistributed),
            perSeries("last step", c -> layers(new LastTimeStep(c.layer()), Nets.output())),
            perSeries(
                "last state", c -> layers(c.layer(), lastState(c.upperLayer()), Nets.output())),
            perSeries("last step of bidirectional", Architecture::lastOfBidirectional),
            perSeries("zeros masked", Architecture::zerosMasked),
            perSeries("average pooling", c -> pooled(c, PoolingType.AVG)),
            perSeries("max pooling", c -> pooled(c, PoolingType.MAX)),
            new Architecture("NWC per step", true, RNNFormat.NWC, Architecture::nwcPerStep),
            new Architecture("NWC last step", false, RNNFormat.NWC, Architecture::nwcLastStep),
            new Architecture("NWC last state", false, RNNFormat.NWC, Architecture::nwcLastState),
            new Architecture("NWC stack", true, RNNFormat.NWC, Architecture::nwcStack),
            new Architecture("NWC bidirectional", true, RNNFormat.NWC, Architecture::nwcBoth))
            .stream());
  }

  private static Layer[] layers(Layer... layers) {
    return layers;
  }

  private static Architecture perStep(String name, Function<LayerCase, Layer[]> layers) {
    return new Architecture(name, true, RNNFormat.NCW, layers);
  }

  private static Architecture perSeries(String name, Function<LayerCase, Layer[]> layers) {
    return new Architecture(name, false, RNNFormat.NCW, layers);
  }

  private static Architecture bidirectional(Bidirectional.Mode mode) {
    return perStep(
        "bidirectional " + mode, c -> layers(c.bidirectional(mode), Nets.outputPerStep()));
  }

  private static Layer[] timeDistributed(LayerCase c) {
    DenseLayer dense = new DenseLayer.Builder().nIn(LayerCase.N_OUT).nOut(3).build();
    return layers(c.layer(), new TimeDistributed(dense), Nets.outputPerStep());
  }

  private static RecurrentStack stack(LayerCase c) {
    return new RecurrentStack(c.layer(), c.upperLayer());
  }

  private static Layer[] lastOfBothStacks(LayerCase c) {
    Bidirectional both = new Bidirectional(Bidirectional.Mode.CONCAT, stack(c));
    return layers(new LastTimeStep(both), Nets.output());
  }

  private static Layer[] lastOfBidirectional(LayerCase c) {
    return layers(new LastTimeStep(c.bidirectional(Bidirectional.Mode.CONCAT)), Nets.output());
  }

  private static Layer[] zerosMasked(LayerCase c) {
    MaskZeroLayer masking =
        new MaskZeroLayer.Builder().setMaskValue(0).setUnderlying(c.layer()).build();
    return layers(new LastTimeStep(masking), Nets.output());
  }

  private static Layer[] pooled(LayerCase c, PoolingType pooling) {
    return layers(c.layer(), new GlobalPoolingLayer(pooling), Nets.output());
  }

  private static CellRnn nwc(LayerCase c) {
    return c.builder().dataFormat(RNNFormat.NWC).build();
  }

  private static RnnOutputLayer nwcOutput() {
    return new RnnOutputLayer.Builder(LossFunction.MCXENT)
        .nOut(2)
        .activation(Activation.SOFTMAX)
        .dataFormat(RNNFormat.NWC)
        .build();
  }

  private static Layer[] nwcPerStep(LayerCase c) {
    return layers(nwc(c), nwcOutput());
  }

  private static Layer[] nwcLastStep(LayerCase c) {
    return layers(new LastTimeStep(nwc(c)), Nets.output());
  }

  private static Layer[] nwcLastState(LayerCase c) {
    return layers(lastState(nwc(c)), Nets.output());
  }

  private static StateSummary lastState(CellRnn layer) {
    return new StateSummary(layer, SummaryOptions.of(new Last()));
  }

  private static Layer[] nwcStack(LayerCase c) {
    CellRnn upper = c.builder().nIn(0).dataFormat(RNNFormat.NWC).build();
    return layers(new RecurrentStack(nwc(c), upper), nwcOutput());
  }

  private static Layer[] nwcBoth(LayerCase c) {
    return layers(new Bidirectional(Bidirectional.Mode.CONCAT, nwc(c)), nwcOutput());
  }

  MultiLayerNetwork net(LayerCase c) {
    return Nets.of(
        Nets.configuration(c.dataType()),
        InputType.recurrent(LayerCase.N_IN, format),
        layers.apply(c));
  }

  /** Three series of five steps; the second step of the first series is zero. */
  DataSet data(LayerCase c) {
    INDArray x = Batches.uniform(8, c.dataType(), 3, LayerCase.N_IN, 5);
    for (int channel = 0; channel < LayerCase.N_IN; channel++) {
      x.putScalar(0, channel, 1, 0);
    }
    INDArray labels =
        perStep
            ? Batches.classesPerStep(9, c.dataType(), 3, 5)
            : Batches.classes(9, c.dataType(), 3);
    boolean nwc = format == RNNFormat.NWC;
    return new DataSet(
        nwc ? Batches.swapped(x) : x, nwc && perStep ? Batches.swapped(labels) : labels);
  }

  @Override
  public String toString() {
    return name;
  }
}
