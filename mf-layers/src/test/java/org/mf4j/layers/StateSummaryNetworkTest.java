package org.mf4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mf4j.layers.Batches.assertClose;
import static org.mf4j.layers.Batches.assertDifferent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.deeplearning4j.nn.api.layers.RecurrentLayer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.summaries.AllSteps;
import org.mf4j.summaries.Last;
import org.mf4j.summaries.Mean;
import org.mf4j.summaries.StateAt;
import org.mf4j.summaries.StepWindowMean;
import org.mf4j.summaries.SummaryOptions;
import org.mf4j.summaries.WindowMean;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** {@link StateSummary} and {@link InputDifferences} as layers of DL4J networks. */
class StateSummaryNetworkTest {
  private static final int STEPS = 6;

  @TempDir Path folder;

  private static INDArray series(LayerCase c) {
    return Batches.uniform(2, c.dataType(), 3, LayerCase.N_IN, STEPS);
  }

  private static INDArray mask(LayerCase c) {
    return Batches.mask(c.dataType(), "111111", "011110", "111000");
  }

  private static SummaryOptions options() {
    return SummaryOptions.standard().withInput().withWashout(1);
  }

  /** Differences, a recurrent layer read by its summaries, an output layer. */
  private static Layer[] layers(LayerCase c) {
    CellRnn recurrent = c.builder().nIn(0).build();
    return new Layer[] {
      new InputDifferences(2), new StateSummary(recurrent, options()), Nets.output()
    };
  }

  private static DataSet data(LayerCase c) {
    return new DataSet(series(c), Batches.classes(3, c.dataType(), 3), mask(c), null);
  }

  @EveryLayer
  void gradientsAreThoseOfTheDefinition(LayerCase c) {
    MultiLayerNetwork net = Nets.of(c, layers(c));
    MultiLayerNetwork definition = Nets.of(c.definition(), layers(c.definition()));
    definition.setParams(net.params().castTo(DataType.DOUBLE));
    assertClose(
        Nets.gradient(net, data(c)),
        Nets.gradient(definition, data(c.definition())),
        Math.max(c.tolerance(), 1e-9));
  }

  @EveryLayer
  void theLastStateAloneIsWhatLastTimeStepReads(LayerCase c) {
    StateSummary lastState = new StateSummary(c.upperLayer(), SummaryOptions.of(new Last()));
    MultiLayerNetwork net = Nets.of(c, c.layer(), lastState, Nets.output());
    MultiLayerNetwork other = Nets.of(c, c.layer(), Nets.lastStep(c.upperLayer()), Nets.output());
    other.setParams(net.params());
    // With a mask, LastTimeStep copies into arrays of ND4J's default type.
    double tolerance = Math.max(c.tolerance(), 1e-6);
    assertClose(
        net.output(series(c), false, mask(c), null),
        other.output(series(c), false, mask(c), null),
        tolerance);
    assertClose(Nets.gradient(net, data(c)), Nets.gradient(other, data(c)), tolerance);
    net.fit(data(c));
    other.fit(data(c));
    assertClose(net.params(), other.params(), tolerance);
  }

  @EveryLayer
  void aTrainedNetworkFollowsAStream(LayerCase c) {
    StateSummary lastState = new StateSummary(c.layer(), SummaryOptions.of(new Last()));
    MultiLayerNetwork net = Nets.of(c, lastState, Nets.output());
    net.fit(data(c));
    INDArray whole = net.output(series(c)).dup();
    net.rnnTimeStep(Batches.steps(series(c), 0, 4));
    assertClose(net.rnnTimeStep(Batches.steps(series(c), 4, STEPS)), whole, c.tolerance());
  }

  @EveryLayer
  void aFrozenReservoirKeepsItsWeightsAndItsStream(LayerCase c) {
    Layer[] layers = layers(c);
    layers[1] = new FrozenLayer(layers[1]);
    MultiLayerNetwork net = Nets.of(c, layers);
    INDArray before = net.getLayer(1).params().dup();
    net.fit(data(c));
    assertThat(net.getLayer(1).params()).isEqualTo(before);
    INDArray whole = net.output(series(c)).dup();
    net.rnnTimeStep(Batches.steps(series(c), 0, 4));
    assertClose(net.rnnTimeStep(Batches.steps(series(c), 4, STEPS)), whole, c.tolerance());
  }

  /** With the differences' last steps, the neurons' states and the running summaries. */
  @EveryDeterministicLayer
  void aStreamIsTakenAwayAndGoesOnInAnotherNetwork(LayerCase c) {
    MultiLayerNetwork net = Nets.of(c, layers(c));
    MultiLayerNetwork other = Nets.of(c, layers(c));
    other.setParams(net.params());
    net.rnnTimeStep(Batches.steps(series(c), 0, 4));
    Map<String, INDArray> steps = net.rnnGetPreviousState(0);
    Map<String, INDArray> states = summaryOf(net).rnnGetPreviousState();
    INDArray goneOn = net.rnnTimeStep(Batches.steps(series(c), 4, STEPS)).dup();
    other.rnnTimeStep(series(c).mul(2));
    other.rnnSetPreviousState(0, steps);
    summaryOf(other).rnnSetPreviousState(states);
    assertThat(other.rnnTimeStep(Batches.steps(series(c), 4, STEPS))).isEqualTo(goneOn);
    assertClose(goneOn, net.output(series(c)), c.tolerance());
  }

  @EveryDeterministicLayer
  void summariesOfOtherFeaturesAreRefused(LayerCase c) {
    MultiLayerNetwork net = Nets.of(c, layers(c));
    INDArray state = Nd4j.zeros(DataType.DOUBLE, 3, 7);
    assertThatThrownBy(() -> summaryOf(net).rnnSetPreviousState(Map.of("summaries0", state)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("state: has 7 numbers per stream; must be 1 and %d per neuron", 7);
  }

  /** DL4J's network passes by a layer that wraps another. */
  private static RecurrentLayer summaryOf(MultiLayerNetwork net) {
    return (RecurrentLayer) net.getLayer(1);
  }

  @EveryLayer
  void gradientsPassThroughALayerThatIsFrozenWithBackprop(LayerCase c) {
    MultiLayerNetwork free = Nets.of(c, c.layer(), summary(c), Nets.output());
    MultiLayerNetwork frozen =
        Nets.of(c, c.layer(), new FrozenLayerWithBackprop(summary(c)), Nets.output());
    frozen.setParams(free.params());
    free.fit(data(c));
    frozen.fit(data(c));
    assertClose(frozen.getLayer(0).params(), free.getLayer(0).params(), c.tolerance());
    assertDifferent(frozen.getLayer(1).params(), free.getLayer(1).params());
  }

  private static StateSummary summary(LayerCase c) {
    return new StateSummary(c.upperLayer(), options());
  }

  @EveryLayer
  void aGraphComputesWhatAMultiLayerNetworkDoes(LayerCase c) {
    MultiLayerNetwork net = Nets.of(c, layers(c));
    Layer[] layers = layers(c);
    ComputationGraphConfiguration configuration =
        Nets.configuration(c.dataType())
            .graphBuilder()
            .addInputs("x")
            .setInputTypes(InputType.recurrent(LayerCase.N_IN))
            .addLayer("differences", layers[0], "x")
            .addLayer("summary", layers[1], "differences")
            .addLayer("out", layers[2], "summary")
            .setOutputs("out")
            .build();
    ComputationGraph graph = new ComputationGraph(configuration);
    graph.init();
    graph.setParams(net.params());
    assertClose(
        graph.output(false, new INDArray[] {series(c)}, new INDArray[] {mask(c)}, null)[0],
        net.output(series(c), false, mask(c), null),
        c.tolerance());
    graph.rnnTimeStep(Batches.steps(series(c), 0, 2));
    assertClose(
        graph.rnnTimeStep(Batches.steps(series(c), 2, STEPS))[0],
        net.output(series(c)),
        c.tolerance());
  }

  @EveryLayer
  void networksAreReadAsTheyWereWritten(LayerCase c) throws IOException {
    MultiLayerNetwork net = Nets.of(c, layers(c));
    MultiLayerConfiguration configuration = net.getLayerWiseConfigurations();
    assertThat(MultiLayerConfiguration.fromJson(configuration.toJson())).isEqualTo(configuration);
    assertThat(MultiLayerConfiguration.fromYaml(configuration.toYaml())).isEqualTo(configuration);
    Path file = folder.resolve("net.zip");
    ModelSerializer.writeModel(net, file.toFile(), true);
    MultiLayerNetwork read = ModelSerializer.restoreMultiLayerNetwork(file.toFile());
    assertThat(read.output(series(c))).isEqualTo(net.output(series(c)));
  }

  @Test
  void everySummaryIsSavedWithItsOptions() {
    SummaryOptions all =
        new SummaryOptions(
            SummaryOptions.of(
                    new Mean(),
                    new StateAt(-2),
                    new WindowMean(0.25, 0.5),
                    new StepWindowMean(1, 4),
                    new AllSteps(5))
                .summaries(),
            1,
            true);
    LSTM lstm = new LSTM.Builder().nOut(2).build();
    MultiLayerConfiguration configuration =
        Nets.of(Nets.configuration(DataType.FLOAT), new StateSummary(lstm, all), Nets.output())
            .getLayerWiseConfigurations();
    MultiLayerConfiguration read = MultiLayerConfiguration.fromJson(configuration.toJson());
    StateSummary layer = (StateSummary) read.getConf(0).getLayer();
    assertThat(layer.getOptions()).isEqualTo(all);
    assertThat(read).isEqualTo(configuration);
    assertThat(layer).isNotEqualTo(new StateSummary(lstm));
  }

  @Test
  void aFileCannotNameAnyOtherClass() {
    LSTM lstm = new LSTM.Builder().nOut(2).build();
    String json =
        Nets.of(
                Nets.configuration(DataType.FLOAT),
                new StateSummary(lstm, SummaryOptions.of(new Last())),
                Nets.output())
            .getLayerWiseConfigurations()
            .toJson();
    assertThatThrownBy(
            () ->
                MultiLayerConfiguration.fromJson(
                    json.replace("org.mf4j.summaries.Last", "java.lang.Thread")))
        .hasStackTraceContaining("java.lang.Thread is no summary on the class path");
  }

  @EveryLayer
  void nwcIsNcwWithAxesSwapped(LayerCase c) {
    MultiLayerNetwork ncw = Nets.of(c, layers(c));
    Layer[] layers = layers(c);
    layers[1] = new StateSummary(c.builder().nIn(0).dataFormat(RNNFormat.NWC).build(), options());
    MultiLayerNetwork nwc =
        Nets.of(
            Nets.configuration(c.dataType()),
            InputType.recurrent(LayerCase.N_IN, STEPS, RNNFormat.NWC),
            layers);
    nwc.setParams(ncw.params());
    INDArray swapped = Batches.swapped(series(c));
    assertClose(nwc.output(swapped), ncw.output(series(c)), c.tolerance());
    DataSet data = new DataSet(swapped, data(c).getLabels(), mask(c), null);
    assertClose(Nets.gradient(nwc, data), Nets.gradient(ncw, data(c)), c.tolerance());
  }

  @Test
  void aSeriesMustOutlastTheWashout() {
    LayerCase c = LayerCase.all().findFirst().orElseThrow();
    MultiLayerNetwork net =
        Nets.of(c, new StateSummary(c.layer(), SummaryOptions.standard().withWashout(3)));
    assertThatThrownBy(() -> net.output(series(c), false, mask(c), null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("washout = 3: series 2 of the batch has only 3 steps");
    net.clearLayerMaskArrays();
    INDArray early = net.rnnTimeStep(Batches.steps(series(c), 0, 3));
    assertThat(early.isNaN().all()).as("features in the washout").isTrue();
    assertThat(net.rnnTimeStep(Batches.steps(series(c), 3, 4)).isNaN().any()).isFalse();
  }

  @Test
  void whatNeedsTheEndOfASeriesRefusesAStream() {
    LayerCase c = LayerCase.all().findFirst().orElseThrow();
    MultiLayerNetwork net =
        Nets.of(c, new StateSummary(c.layer(), SummaryOptions.of(new WindowMean(0.5, 1))));
    assertThatThrownBy(() -> net.rnnTimeStep(series(c)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("needs to know where the series ends");
  }
}
