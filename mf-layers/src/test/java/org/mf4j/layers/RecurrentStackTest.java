package org.mf4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mf4j.layers.Batches.assertClose;
import static org.mf4j.layers.Batches.assertDifferent;
import static org.mf4j.layers.Batches.steps;
import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.constraint.MaxNormConstraint;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.engine.ReferenceRun;
import org.mf4j.summaries.Last;
import org.mf4j.summaries.Mean;
import org.mf4j.summaries.SummaryOptions;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;

/** {@link RecurrentStack} against layers that run one after the other. */
class RecurrentStackTest {
  private static final int STEPS = 6;
  private static final int SERIES = 3;
  private static final int N = LayerCase.N_OUT;

  @TempDir Path folder;

  private static INDArray series(LayerCase c) {
    return Batches.uniform(2, c.dataType(), SERIES, LayerCase.N_IN, STEPS);
  }

  private static INDArray mask(LayerCase c) {
    return Batches.mask(c.dataType(), "111111", "011110", "110100");
  }

  private static RecurrentStack stack(LayerCase c) {
    return new RecurrentStack(c.layer(), c.builder().nIn(0).build());
  }

  private static LayerCase anyCase() {
    return LayerCase.all().findFirst().orElseThrow();
  }

  /** The states by the plain reference: the second layer reads those of the first. */
  private static INDArray expected(LayerCase c, MultiLayerNetwork net, INDArray mask) {
    INDArray lower = reference(c, net, 0, series(c), mask);
    return Nd4j.concat(1, lower, reference(c, net, 1, lower, mask));
  }

  private static INDArray reference(
      LayerCase c, MultiLayerNetwork net, int layer, INDArray x, INDArray mask) {
    return ReferenceRun.of(
            c.reference(),
            net.getParam("0_" + layer + "W"),
            net.getParam("0_" + layer + "RW"),
            net.getParam("0_" + layer + "b"),
            x,
            mask,
            Nd4j.zeros(DataType.DOUBLE, SERIES, c.states()))
        .activations();
  }

  @EveryLayer
  void theStatesOfALayerComeFromThoseOfTheOneBelow(LayerCase c) {
    MultiLayerNetwork net = Nets.of(c, stack(c));
    assertClose(net.output(series(c)), expected(c, net, null), c.tolerance());
    INDArray masked = net.output(series(c), false, mask(c), null);
    assertClose(masked, expected(c, net, mask(c)), c.tolerance());
    assertDifferent(masked, expected(c, net, null));
  }

  @EveryLayer
  void piecesEqualTheWholeSeries(LayerCase c) {
    MultiLayerNetwork net = Nets.of(c, stack(c), Nets.outputPerStep());
    INDArray x = series(c);
    INDArray whole = net.output(x).dup();
    assertClose(net.rnnTimeStep(steps(x, 0, 3)), steps(whole, 0, 3), c.tolerance());
    Map<String, INDArray> state = net.rnnGetPreviousState(0);
    assertThat(state).containsOnlyKeys("0state", "1state");
    assertClose(net.rnnTimeStep(steps(x, 3, 6)), steps(whole, 3, 6), c.tolerance());
    net.rnnClearPreviousState();
    assertClose(net.rnnTimeStep(steps(x, 0, 3)), steps(whole, 0, 3), c.tolerance());
    net.rnnClearPreviousState();
    net.rnnSetPreviousState(0, state);
    assertClose(net.rnnTimeStep(steps(x, 3, 6)), steps(whole, 3, 6), c.tolerance());
  }

  /** An output layer that does not look at the lower layer makes a stack two plain layers. */
  @EveryLayer
  void truncatedTrainingIsThatOfSeparateLayers(LayerCase c) {
    MultiLayerNetwork separate =
        Nets.truncated(c, 2, 2, c.layer(), c.upperLayer(), Nets.outputPerStep());
    MultiLayerNetwork stacked = Nets.truncated(c, 2, 2, stack(c), Nets.outputPerStep());
    int weights = (int) (separate.getLayer(0).numParams() + separate.getLayer(1).numParams());
    INDArray params = separate.params();
    stacked
        .params()
        .get(all(), interval(0, weights))
        .assign(params.get(all(), interval(0, weights)));
    INDArray w = stacked.getParam("1_W").assign(0);
    w.get(interval(N, 2 * N), all()).assign(separate.getParam("2_W"));
    stacked.getParam("1_b").assign(separate.getParam("2_b"));
    INDArray labels = Batches.classesPerStep(3, c.dataType(), SERIES, STEPS);
    // One pass over the first two steps: later ones would see the lower layer's new weights.
    DataSet first = new DataSet(steps(series(c), 0, 2), steps(labels, 0, 2));
    separate.fit(first);
    stacked.fit(first);
    assertClose(
        stacked.params().get(all(), interval(0, weights)),
        separate.params().get(all(), interval(0, weights)),
        c.tolerance());
    stacked.fit(new DataSet(series(c), labels));
    assertThat(stacked.params().isNaN().any()).isFalse();
  }

  @EveryLayer
  void itsTrajectoriesAreSummarisedLayerByLayer(LayerCase c) {
    SummaryOptions options = SummaryOptions.of(new Last(), new Mean());
    MultiLayerNetwork states = Nets.of(c, stack(c));
    MultiLayerNetwork net =
        Nets.of(c, new FrozenLayer(new StateSummary(stack(c), options)), Nets.output());
    net.getLayer(0).setParams(states.params());
    INDArray all = expected(c, states, null);
    INDArray last = all.tensorAlongDimension(STEPS - 1, 0, 1);
    assertClose(
        net.feedForward(series(c)).get(1), Nd4j.concat(1, last, all.mean(2)), c.tolerance());
    INDArray before = states.params();
    net.fit(new DataSet(series(c), Batches.classes(3, c.dataType(), SERIES)));
    assertThat(net.getLayer(0).params()).isEqualTo(before);
    INDArray whole = net.output(series(c)).dup();
    net.rnnTimeStep(steps(series(c), 0, 4));
    assertClose(net.rnnTimeStep(steps(series(c), 4, STEPS)), whole, c.tolerance());
  }

  @EveryLayer
  void networksAndGraphsAreReadAsTheyWereWritten(LayerCase c) throws IOException {
    Layer summary = new StateSummary(stack(c), SummaryOptions.standard());
    MultiLayerNetwork net = Nets.of(c, summary, Nets.output());
    MultiLayerConfiguration configuration = net.getLayerWiseConfigurations();
    assertThat(MultiLayerConfiguration.fromJson(configuration.toJson())).isEqualTo(configuration);
    assertThat(MultiLayerConfiguration.fromYaml(configuration.toYaml())).isEqualTo(configuration);
    Path file = folder.resolve("net.zip");
    ModelSerializer.writeModel(net, file.toFile(), true);
    MultiLayerNetwork read = ModelSerializer.restoreMultiLayerNetwork(file.toFile());
    assertThat(read.output(series(c))).isEqualTo(net.output(series(c)));

    ComputationGraph graph = new ComputationGraph(graph(c, stack(c)));
    graph.init();
    graph.setParams(net.params());
    assertClose(graph.output(series(c))[0], net.output(series(c)), c.tolerance());
    assertThat(graph.getParam("summary_1RW")).isEqualTo(net.getParam("0_1RW"));
    ModelSerializer.writeModel(graph, file.toFile(), true);
    ComputationGraph readGraph = ModelSerializer.restoreComputationGraph(file.toFile());
    assertThat(readGraph.output(series(c))[0]).isEqualTo(graph.output(series(c))[0]);
  }

  private static ComputationGraphConfiguration graph(LayerCase c, RecurrentStack stack) {
    return Nets.configuration(c.dataType())
        .graphBuilder()
        .addInputs("x")
        .setInputTypes(InputType.recurrent(LayerCase.N_IN))
        .addLayer("summary", new StateSummary(stack, SummaryOptions.standard()), "x")
        .addLayer("out", Nets.output(), "summary")
        .setOutputs("out")
        .build();
  }

  @Test
  void theOptionsOfTheNetworkReachEveryLayer() {
    LayerCase c = anyCase();
    DataSet data = new DataSet(series(c), Batches.classesPerStep(3, c.dataType(), SERIES, STEPS));
    MultiLayerNetwork plain = Nets.of(c, stack(c), Nets.outputPerStep());
    MultiLayerNetwork decayed =
        Nets.of(Nets.configuration(c.dataType()).l2(0.1), stack(c), Nets.outputPerStep());
    decayed.setParams(plain.params());
    double squares = 0;
    for (String name : new String[] {"0_0W", "0_0RW", "0_1W", "0_1RW", "1_W"}) {
      squares += Math.pow(plain.getParam(name).norm2Number().doubleValue(), 2);
    }
    assertThat(decayed.score(data) - plain.score(data)).isCloseTo(0.05 * squares, within(1e-5));
    assertThat(plain.getParam("0_1b").maxNumber().doubleValue()).isCloseTo(0.1, within(1e-6));

    MultiLayerNetwork dropping =
        Nets.of(Nets.configuration(c.dataType()).dropOut(0.5), stack(c), Nets.outputPerStep());
    dropping.setParams(plain.params());
    assertClose(dropping.output(series(c)), plain.output(series(c)), c.tolerance());
    assertDifferent(dropping.output(series(c), true), plain.output(series(c), true));
  }

  @Test
  void aLayersOwnOptionsComeFirst() {
    LayerCase c = anyCase();
    CellRnn still = c.builder().updater(new Sgd(0)).build();
    CellRnn small = c.builder().nIn(0).constrainRecurrent(new MaxNormConstraint(0.1, 0)).build();
    MultiLayerNetwork net =
        Nets.of(
            Nets.configuration(c.dataType()).updater(new Adam(0.01)),
            new RecurrentStack(still, small),
            Nets.outputPerStep());
    INDArray lower = net.getParam("0_0W").dup();
    INDArray upper = net.getParam("0_1W").dup();
    net.fit(new DataSet(series(c), Batches.classesPerStep(3, c.dataType(), SERIES, STEPS)));
    assertThat(net.getParam("0_0W")).isEqualTo(lower);
    assertDifferent(net.getParam("0_1W"), upper);
    assertThat(net.getParam("0_1RW").norm2(0).maxNumber().doubleValue()).isLessThan(0.1001);
    assertThat(net.getParam("0_0RW").norm2(0).maxNumber().doubleValue()).isGreaterThan(0.2);
  }

  @Test
  void layersOfDeeplearning4jStackToo() {
    LayerCase c = anyCase();
    LSTM lstm = new LSTM.Builder().nOut(5).build();
    MultiLayerNetwork net = Nets.of(c, new RecurrentStack(c.layer(), lstm), Nets.outputPerStep());
    MultiLayerNetwork separate =
        Nets.of(c, c.layer(), new LSTM.Builder().nOut(5).build(), Nets.outputPerStep());
    separate.getLayer(0).setParams(part(net, 0, separate.getLayer(0).numParams()));
    separate
        .getLayer(1)
        .setParams(part(net, separate.getLayer(0).numParams(), net.getLayer(0).numParams()));
    INDArray states = net.feedForward(series(c)).get(1);
    assertClose(
        states.get(all(), interval(N, N + 5), all()),
        separate.feedForward(series(c)).get(2),
        c.tolerance());
  }

  private static INDArray part(MultiLayerNetwork net, long start, long end) {
    return net.getLayer(0).params().get(all(), interval(start, end)).dup();
  }

  @Test
  void whatDoesNotStackIsRefused() {
    LayerCase c = anyCase();
    assertThatThrownBy(() -> new RecurrentStack())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("layers: a stack needs at least one");
    assertThatThrownBy(() -> new RecurrentStack(c.layer(), c.layer()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("layers: layer 1 of the stack has nIn = 3, the layer below has nOut = 4");
    assertThatThrownBy(() -> new RecurrentStack(stack(c)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a stack within a stack");
    MultiLayerNetwork net = Nets.of(c, stack(c));
    INDArray state = Nd4j.zeros(c.dataType(), 1, N);
    assertThatThrownBy(() -> net.rnnSetPreviousState(0, Map.of("2state", state)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("state \"2state\": the stack has 2 layers");
    assertThatThrownBy(() -> net.rnnSetPreviousState(0, Map.of("state", state)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("start with the index of a layer");
    assertThatThrownBy(() -> net.output(series(c).assign(Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"layer0[0]\": input NaN in series 0");
  }
}
