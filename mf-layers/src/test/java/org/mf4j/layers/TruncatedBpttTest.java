package org.mf4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mf4j.layers.Batches.assertClose;
import static org.mf4j.layers.Batches.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.api.layers.RecurrentLayer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Truncated backpropagation through time. */
class TruncatedBpttTest {
  private static final int BATCH = 3;
  private static final int STEPS = 9;
  private static final LayerWorkspaceMgr NONE = LayerWorkspaceMgr.noWorkspaces();

  private static DataSet data(LayerCase c) {
    return new DataSet(
        Batches.uniform(2, c.dataType(), BATCH, LayerCase.N_IN, STEPS),
        Batches.classesPerStep(3, c.dataType(), BATCH, STEPS));
  }

  @EveryLayer
  void aSegmentAsLongAsTheSeriesIsFullBackpropagation(LayerCase c) {
    MultiLayerNetwork full = Nets.of(c, c.layer(), c.upperLayer(), Nets.outputPerStep());
    for (int length : new int[] {STEPS, 2 * STEPS}) {
      MultiLayerNetwork truncated =
          Nets.truncated(c, length, length, c.layer(), c.upperLayer(), Nets.outputPerStep());
      MultiLayerNetwork fresh = full.clone();
      truncated.setParams(full.params());
      truncated.fit(data(c));
      fresh.fit(data(c));
      assertClose(truncated.params(), fresh.params(), c.tolerance());
    }
  }

  /** Without updates, the score of every segment is that part of the score of the series. */
  @EveryLayer
  void theStateIsCarriedFromSegmentToSegment(LayerCase c) {
    MultiLayerNetwork net =
        new MultiLayerNetwork(
            Nets.truncated(c, 4, 4, c.layer(), Nets.outputPerStep())
                .getLayerWiseConfigurations()
                .clone());
    net.getLayerWiseConfigurations().getConfs().forEach(TruncatedBpttTest::withoutUpdates);
    net.init();
    List<Double> scores = new ArrayList<>();
    net.addListeners(new ScoreOfEveryIteration(scores));
    net.fit(data(c));
    INDArray losses = Transforms.log(net.output(data(c).getFeatures())).mul(data(c).getLabels());
    INDArray perStep = losses.sum(0, 1).div(-BATCH);
    assertThat(scores).hasSize(3);
    for (int segment = 0; segment < 3; segment++) {
      int end = Math.min(STEPS, 4 * segment + 4);
      double expected =
          perStep.get(NDArrayIndex.interval(4L * segment, end)).sumNumber().doubleValue();
      assertThat(scores.get(segment)).isCloseTo(expected, within(1e-5));
    }
  }

  private static void withoutUpdates(NeuralNetConfiguration configuration) {
    ((BaseLayer) configuration.getLayer()).setIUpdater(new Sgd(0));
  }

  /** Takes the score of every update. */
  private static final class ScoreOfEveryIteration extends BaseTrainingListener {
    private final List<Double> scores;

    ScoreOfEveryIteration(List<Double> scores) {
      this.scores = scores;
    }

    @Override
    public void iterationDone(Model model, int iteration, int epoch) {
      scores.add(model.score());
    }
  }

  /** Only the states that are emitted can be configured. */
  private static CellRnn startingAt(LayerCase c, INDArray state) {
    INDArray emitted = state.get(NDArrayIndex.all(), NDArrayIndex.interval(0, LayerCase.N_OUT));
    return c.builder().initialState(emitted.toDoubleMatrix()[0]).build();
  }

  @EveryDeterministicLayer
  void aSegmentIsDifferentiatedFromTheStateItStartsFrom(LayerCase c) {
    INDArray x = Batches.uniform(2, c.dataType(), 1, LayerCase.N_IN, STEPS);
    INDArray epsilon = Batches.uniform(6, c.dataType(), 1, LayerCase.N_OUT, STEPS);
    MultiLayerNetwork net = Nets.of(c, c.layer());
    net.initGradientsView();
    RecurrentLayer layer = (RecurrentLayer) net.getLayer(0);
    layer.rnnActivateUsingStoredState(steps(x, 0, 6), true, true, NONE);
    INDArray state = layer.rnnGetTBPTTState().get(CellRnnLayer.STATE_KEY);

    layer.rnnActivateUsingStoredState(steps(x, 6, 9), true, true, NONE);
    INDArray dx = layer.tbpttBackpropGradient(steps(epsilon, 6, 9), 9, NONE).getSecond().dup();
    INDArray gradient = layer.getGradientsViewArray().dup();

    MultiLayerNetwork started = Nets.of(c, startingAt(c, state));
    started.setParams(net.params());
    started.initGradientsView();
    RecurrentLayer fresh = (RecurrentLayer) started.getLayer(0);
    if (c.states() > LayerCase.N_OUT) {
      fresh.rnnSetTBPTTState(Map.of(CellRnnLayer.STATE_KEY, state));
    }
    fresh.rnnActivateUsingStoredState(steps(x, 6, 9), true, false, NONE);
    assertClose(
        dx,
        started.getLayer(0).backpropGradient(steps(epsilon, 6, 9), NONE).getSecond(),
        c.tolerance());
    assertClose(gradient, started.getLayer(0).getGradientsViewArray(), c.tolerance());

    layer.rnnClearPreviousState();
    layer.rnnActivateUsingStoredState(x, true, true, NONE);
    INDArray window = layer.tbpttBackpropGradient(epsilon, 3, NONE).getSecond();
    assertClose(steps(window, 6, 9), dx, c.tolerance());
    assertThat(steps(window, 0, 6).norm1Number().doubleValue()).isZero();
    assertClose(layer.getGradientsViewArray(), gradient, c.tolerance());
  }
}
