package org.mf4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mf4j.layers.Batches.assertClose;
import static org.mf4j.layers.Batches.steps;

import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Sgd;

/** Computation graphs, and both modes of DL4J's workspaces. */
class GraphTest {
  private static final int STEPS = 6;

  private static DataSet data(LayerCase c) {
    return new DataSet(
        Batches.uniform(2, c.dataType(), 3, LayerCase.N_IN, STEPS),
        Batches.classesPerStep(3, c.dataType(), 3, STEPS));
  }

  private static GraphBuilder chain(LayerCase c) {
    return Nets.configuration(c.dataType())
        .graphBuilder()
        .addInputs("x")
        .addLayer("lower", c.layer(), "x")
        .addLayer("upper", c.upperLayer(), "lower")
        .addLayer("out", Nets.outputPerStep(), "upper")
        .setOutputs("out")
        .setInputTypes(InputType.recurrent(LayerCase.N_IN));
  }

  private static ComputationGraph built(GraphBuilder builder, INDArray params) {
    ComputationGraph graph = new ComputationGraph(builder.build());
    graph.init();
    graph.setParams(params);
    return graph;
  }

  @EveryLayer
  void aChainIsTheSameNetwork(LayerCase c) {
    MultiLayerNetwork net = Nets.of(c, c.layer(), c.upperLayer(), Nets.outputPerStep());
    ComputationGraph graph = built(chain(c), net.params());
    INDArray x = data(c).getFeatures();
    INDArray expected = net.output(x);
    assertThat(graph.outputSingle(x)).isEqualTo(expected);
    assertClose(graph.rnnTimeStep(steps(x, 0, 2))[0], steps(expected, 0, 2), c.tolerance());
    assertClose(graph.rnnTimeStep(steps(x, 2, 6))[0], steps(expected, 2, 6), c.tolerance());
    graph.rnnClearPreviousState();
    net.fit(data(c));
    graph.fit(data(c));
    assertThat(graph.params()).isEqualTo(net.params());
  }

  @EveryLayer
  void truncatedBpttIsTheSameToo(LayerCase c) {
    MultiLayerNetwork net =
        Nets.truncated(c, 4, 2, c.layer(), c.upperLayer(), Nets.outputPerStep());
    GraphBuilder truncated =
        chain(c)
            .backpropType(BackpropType.TruncatedBPTT)
            .tBPTTForwardLength(4)
            .tBPTTBackwardLength(2);
    ComputationGraph graph = built(truncated, net.params());
    net.fit(data(c));
    graph.fit(data(c));
    assertThat(graph.params()).isEqualTo(net.params());
  }

  @EveryLayer
  void branchesOfOneInputLearnTogether(LayerCase c) {
    GraphBuilder branches =
        Nets.configuration(c.dataType())
            .updater(new Sgd(0.1))
            .graphBuilder()
            .addInputs("x")
            .addLayer("left", new LastTimeStep(c.layer()), "x")
            .addLayer("right", new LastTimeStep(c.layer()), "x")
            .addVertex("both", new MergeVertex(), "left", "right")
            .addLayer("out", Nets.output(), "both")
            .setOutputs("out")
            .setInputTypes(InputType.recurrent(LayerCase.N_IN));
    ComputationGraph graph = new ComputationGraph(branches.build());
    graph.init();
    DataSet data = new DataSet(data(c).getFeatures(), Batches.classes(4, c.dataType(), 3));
    double before = graph.score(data);
    for (int i = 0; i < 20; i++) {
      graph.fit(data);
    }
    assertThat(graph.score(data)).isLessThan(before);
  }

  @EveryLayer
  void workspacesChangeNothing(LayerCase c) {
    MultiLayerNetwork[] nets = new MultiLayerNetwork[2];
    for (WorkspaceMode mode : new WorkspaceMode[] {WorkspaceMode.ENABLED, WorkspaceMode.NONE}) {
      MultiLayerNetwork net = Nets.of(c, mode, c.layer(), c.upperLayer(), Nets.outputPerStep());
      for (int i = 0; i < 3; i++) {
        net.fit(data(c));
        net.rnnTimeStep(data(c).getFeatures());
      }
      nets[mode == WorkspaceMode.NONE ? 1 : 0] = net;
    }
    assertThat(nets[1].params()).isEqualTo(nets[0].params());
    INDArray x = data(c).getFeatures();
    assertThat(nets[1].rnnTimeStep(x)).isEqualTo(nets[0].rnnTimeStep(x));
  }
}
