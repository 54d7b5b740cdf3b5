package org.mf4j.engine.samediff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mf4j.cells.RecurrentCell;
import org.mf4j.dynamics.stochastic.StepDraws;
import org.mf4j.engine.Constants;
import org.mf4j.engine.Sequence;
import org.mf4j.engine.SequenceGradients;
import org.mf4j.engine.SequenceRun;
import org.mf4j.engine.SeriesNumbers;
import org.mf4j.engine.StateGradients;
import org.mf4j.engine.samediff.ChunkPlan.Chunk;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** One batch on its way through {@link SameDiffEngine}. All arrays are stacked, {@code [T*B,n]}. */
final class SameDiffRun implements SequenceRun {
  private static final WorkspaceConfiguration WORKSPACE =
      WorkspaceConfiguration.builder().overallocationLimit(0.2).build();
  private static final String WORKSPACE_ID = "MF4J_CHUNK";

  private final SameDiffEngine engine;
  private final Map<String, INDArray> params;
  private final DataType dataType;
  private final int steps;
  private final int batch;
  private final int neurons;
  private final INDArray x;
  private final Optional<INDArray> mask;
  private final INDArray initialState;
  private final INDArray states;
  private final INDArray lastState;
  private final SeriesNumbers.Place place;
  private final Optional<StepDraws> draws;

  SameDiffRun(
      SameDiffEngine engine, RecurrentCell cell, Sequence sequence, Map<String, INDArray> params) {
    this.engine = engine;
    this.params = params;
    this.dataType = sequence.initialState().dataType();
    this.steps = sequence.steps();
    this.batch = sequence.batch();
    this.neurons = sequence.states() / cell.states();
    this.place = sequence.place();
    this.draws = cell.draws(Constants.of(cell, params), neurons);
    this.x = stacked(sequence.x());
    this.mask = sequence.mask().map(m -> stacked(present(m)));
    this.initialState = sequence.initialState().dup('c');
    this.states =
        Nd4j.createUninitializedDetached(dataType, (long) steps * batch, sequence.states());
    this.lastState = sequence.lastState();
  }

  /** {@code [B,T]} of any type to {@code [T,B,1]} of 0 and 1. */
  private INDArray present(INDArray m) {
    return m.castTo(DataType.FLOAT)
        .neq(0)
        .castTo(dataType)
        .permute(1, 0)
        .dup('c')
        .reshape(steps, batch, 1);
  }

  private static INDArray stacked(INDArray timeMajor) {
    return timeMajor
        .dup('c')
        .reshape('c', timeMajor.size(0) * timeMajor.size(1), timeMajor.size(2));
  }

  void forward() {
    for (Chunk chunk : ChunkPlan.of(0, steps)) {
      ChunkGraph graph = graph(chunk);
      try (MemoryWorkspace ws = workspace()) {
        rows(states, chunk).assign(graph.states(placeholders(chunk)));
      }
    }
    lastState.assign(rows(states, new Chunk(steps - 1, steps)));
  }

  /** The first states, and 0 where a step is masked. */
  void emit(INDArray activations) {
    INDArray target = activations.reshape('c', (long) steps * batch, neurons);
    INDArray emitted =
        states.size(1) == neurons
            ? states
            : states.get(NDArrayIndex.all(), NDArrayIndex.interval(0, neurons));
    target.assign(mask.isPresent() ? emitted.mulColumnVector(mask.get()) : emitted);
  }

  @Override
  public INDArray lastState() {
    return lastState;
  }

  @Override
  public boolean isFinite() {
    // 0 times infinity or NaN is NaN; the sum of finite numbers itself might overflow.
    return lastState.mul(0).sumNumber().doubleValue() == 0;
  }

  @Override
  public void backward(StateGradients from, int stepsBack, SequenceGradients gradients) {
    try (MemoryWorkspace detached = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
      INDArray stackedEpsilon =
          from.activations()
              .map(SameDiffRun::stacked)
              .orElseGet(() -> Nd4j.create(dataType, (long) steps * batch, neurons));
      mask.ifPresent(stackedEpsilon::muliColumnVector);
      INDArray inputGradient = gradients.input().reshape('c', x.shape());
      INDArray delta = from.lastState().map(d -> d.dup('c')).orElseGet(initialState::like);
      gradients.params().values().forEach(g -> g.assign(0));
      inputGradient.assign(0);
      List<Chunk> chunks = ChunkPlan.of(steps - stepsBack, steps);
      for (int i = chunks.size() - 1; i >= 0; i--) {
        Chunk chunk = chunks.get(i);
        ChunkGraph graph = graph(chunk);
        try (MemoryWorkspace ws = workspace()) {
          Map<String, INDArray> placeholders = placeholders(chunk);
          placeholders.put(ChunkGraph.EPSILON, rows(stackedEpsilon, chunk));
          placeholders.put(ChunkGraph.EPSILON_LAST, delta);
          Map<String, INDArray> found = graph.gradients(placeholders);
          gradients.params().forEach((name, sum) -> sum.addi(found.get(name)));
          rows(inputGradient, chunk).assign(found.get(ChunkGraph.INPUT));
          delta.assign(found.get(ChunkGraph.STATE));
        }
      }
      gradients.initialState().assign(stepsBack < steps ? delta.mul(0) : delta);
    }
  }

  private Map<String, INDArray> placeholders(Chunk chunk) {
    Map<String, INDArray> placeholders = new HashMap<>(params);
    placeholders.put(ChunkGraph.INPUT, rows(x, chunk));
    placeholders.put(
        ChunkGraph.STATE,
        chunk.start() == 0
            ? initialState
            : rows(states, new Chunk(chunk.start() - 1, chunk.start())));
    mask.ifPresent(m -> placeholders.put(ChunkGraph.MASK, rows(m, chunk)));
    draws.ifPresent(d -> placeholders.put(ChunkGraph.DRAWS, drawn(d, chunk)));
    return placeholders;
  }

  private INDArray drawn(StepDraws ofStep, Chunk chunk) {
    int width = ofStep.planes() * neurons;
    double[] all = new double[chunk.steps() * batch * width];
    for (int row = 0; row < chunk.steps() * batch; row++) {
      int t = place.step() + chunk.start() + row / batch;
      ofStep.fill(place.series() + row % batch, t, all, row * width, neurons);
    }
    return Nd4j.create(all, new long[] {(long) chunk.steps() * batch, width}, 'c').castTo(dataType);
  }

  private ChunkGraph graph(Chunk chunk) {
    int channels = (int) x.size(1);
    return engine.graph(
        new ChunkGraph.Shape(
            chunk.steps(),
            channels,
            neurons,
            mask.isPresent(),
            draws.map(StepDraws::planes).orElse(0)),
        dataType);
  }

  private INDArray rows(INDArray stacked, Chunk chunk) {
    return stacked.get(
        NDArrayIndex.interval((long) chunk.start() * batch, (long) chunk.end() * batch),
        NDArrayIndex.all());
  }

  private static MemoryWorkspace workspace() {
    return Nd4j.getWorkspaceManager().getAndActivateWorkspace(WORKSPACE, WORKSPACE_ID);
  }
}
