package org.mf4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mf4j.layers.Batches.assertClose;
import static org.mf4j.layers.Batches.assertDifferent;
import static org.mf4j.layers.Batches.steps;

import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The state between calls: rnnTimeStep, stored states, initial states. */
class StateTest {
  private static final int BATCH = 2;
  private static final int STEPS = 9;

  private static INDArray series(LayerCase c) {
    return Batches.uniform(1, c.dataType(), BATCH, LayerCase.N_IN, STEPS);
  }

  private static MultiLayerNetwork stacked(LayerCase c) {
    return Nets.of(c, c.layer(), c.upperLayer(), Nets.outputPerStep());
  }

  @EveryLayer
  void oneStepAtATimeEqualsTheWholeSeries(LayerCase c) {
    MultiLayerNetwork net = stacked(c);
    INDArray x = series(c);
    INDArray whole = net.output(x);
    for (int t = 0; t < STEPS; t++) {
      INDArray step = net.rnnTimeStep(x.tensorAlongDimension(t, 0, 1).dup());
      assertClose(step, whole.tensorAlongDimension(t, 0, 1), c.tolerance());
    }
  }

  @EveryLayer
  void piecesEqualTheWholeSeries(LayerCase c) {
    MultiLayerNetwork net = stacked(c);
    INDArray x = series(c);
    INDArray whole = net.output(x);
    assertClose(net.rnnTimeStep(steps(x, 0, 3)), steps(whole, 0, 3), c.tolerance());
    assertClose(net.rnnTimeStep(steps(x, 3, 4)), steps(whole, 3, 4), c.tolerance());
    assertClose(net.rnnTimeStep(steps(x, 4, 9)), steps(whole, 4, 9), c.tolerance());
    assertDifferent(net.rnnTimeStep(x), whole);
    net.rnnClearPreviousState();
    assertClose(net.rnnTimeStep(x), whole, c.tolerance());
  }

  @EveryLayer
  void aStepThatFailsLeavesTheStateAsItWas(LayerCase c) {
    MultiLayerNetwork net = stacked(c);
    INDArray x = series(c);
    INDArray whole = net.output(x);
    net.rnnTimeStep(steps(x, 0, 3));
    net.rnnTimeStep(steps(x, 3, 4));
    assertThatThrownBy(() -> net.rnnTimeStep(steps(x, 4, 5).dup().assign(Double.NaN)))
        .isInstanceOf(RuntimeException.class);
    assertClose(net.rnnTimeStep(steps(x, 4, 9)), steps(whole, 4, 9), c.tolerance());
  }

  @EveryLayer
  void outputAndTrainingLeaveTheStoredStateAlone(LayerCase c) {
    MultiLayerNetwork net = stacked(c);
    INDArray x = series(c);
    INDArray expected = net.output(x);
    net.rnnTimeStep(steps(x, 0, 4));
    net.output(series(c).mul(2));
    net.feedForward(series(c).mul(3), true);
    assertClose(net.rnnTimeStep(steps(x, 4, 9)), steps(expected, 4, 9), c.tolerance());
  }

  @EveryDeterministicLayer
  void aStoredStateCanBeTakenAndPutBack(LayerCase c) {
    MultiLayerNetwork net = Nets.of(c, c.layer());
    INDArray x = series(c);
    net.rnnTimeStep(steps(x, 0, 4));
    Map<String, INDArray> state = net.rnnGetPreviousState(0);
    INDArray continued = net.rnnTimeStep(steps(x, 4, 9)).dup();
    net.rnnClearPreviousState();
    net.rnnSetPreviousState(0, state);
    assertClose(net.rnnTimeStep(steps(x, 4, 9)), continued, c.tolerance());
  }

  @EveryDeterministicLayer
  void aStoredStateIsACopy(LayerCase c) {
    MultiLayerNetwork net = Nets.of(c, c.layer());
    INDArray x = series(c);
    net.rnnTimeStep(steps(x, 0, 4));
    Map<String, INDArray> state = net.rnnGetPreviousState(0);
    INDArray expected = net.rnnTimeStep(steps(x, 4, 9)).dup();
    net.rnnSetPreviousState(0, state);
    state.get(CellRnnLayer.STATE_KEY).addi(1);
    net.rnnGetPreviousState(0).get(CellRnnLayer.STATE_KEY).addi(1);
    assertClose(net.rnnTimeStep(steps(x, 4, 9)), expected, c.tolerance());
  }

  @EveryDeterministicLayer
  void aStateFromAWorkspaceOutlivesIt(LayerCase c) {
    MultiLayerNetwork net = Nets.of(c, c.layer());
    INDArray state = Batches.uniform(4, c.dataType(), BATCH, c.states());
    net.rnnSetPreviousState(0, Map.of(CellRnnLayer.STATE_KEY, state));
    INDArray expected = net.rnnTimeStep(series(c)).dup();
    WorkspaceConfiguration scratch = WorkspaceConfiguration.builder().initialSize(1 << 16).build();
    for (int use = 0; use < 2; use++) {
      try (MemoryWorkspace ws =
          Nd4j.getWorkspaceManager().getAndActivateWorkspace(scratch, "MF4J_TEST")) {
        INDArray inWorkspace = use == 0 ? state.dup() : Nd4j.ones(c.dataType(), 64, 64);
        if (use == 0) {
          net.rnnSetPreviousState(0, Map.of(CellRnnLayer.STATE_KEY, inWorkspace));
        }
      }
    }
    assertClose(net.rnnTimeStep(series(c)), expected, c.tolerance());
  }

  @EveryLayer
  void anotherBatchSizeIsRefusedUntilTheStateIsCleared(LayerCase c) {
    MultiLayerNetwork net = Nets.of(c, c.layer());
    INDArray x = series(c);
    net.rnnTimeStep(x);
    INDArray one = x.get(NDArrayIndex.interval(0, 1), NDArrayIndex.all(), NDArrayIndex.all());
    assertThatThrownBy(() -> net.rnnTimeStep(one.dup()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            Names.layer(c)
                + " \"layer0\": the stored state is of 2 series, the input of 1;"
                + " call rnnClearPreviousState() before another batch size");
    net.rnnClearPreviousState();
    assertThat(net.rnnTimeStep(one.dup()).size(0)).isEqualTo(1);
  }

  @EveryLayer
  void theInitialStateIsWhereEverySeriesStarts(LayerCase c) {
    INDArray x = series(c);
    for (double[] start : new double[][] {{0.4}, {0.1, 0.9, 0.3, 0.6}}) {
      MultiLayerNetwork net = Nets.of(c, c.builder().initialState(start).build());
      INDArray initial = Nd4j.zeros(DataType.DOUBLE, BATCH, c.states());
      for (int i = 0; i < LayerCase.N_OUT; i++) {
        initial.getColumn(i).assign(start[i % start.length]);
      }
      INDArray expected = Nets.reference(c.reference(), net, x, null, initial);
      assertClose(net.output(x), expected, c.tolerance());
      assertClose(net.rnnTimeStep(x), expected, c.tolerance());
    }
  }
}
