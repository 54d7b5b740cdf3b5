package org.mf4j.engine.fused;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.mf4j.cells.CellKernel;
import org.mf4j.cells.RecurrentCell;
import org.mf4j.engine.Constants;
import org.mf4j.engine.ObservableEngine;
import org.mf4j.engine.Sequence;
import org.mf4j.engine.SequenceRun;
import org.mf4j.engine.StateObserver;
import org.mf4j.engine.blas.SingleThreadedBlas;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Runs any cell's kernel in single precision on the CPU. One product per step and block of series
 * gives all pre-activations, the rest of a step is a few passes over arrays that stay in the cache;
 * the gradient of all weights is one product per few steps.
 */
public final class FusedEngine implements ObservableEngine {
  private final RecurrentCell cell;
  private final boolean gradientCheckpointing;
  private FusedWeights weights;
  private BlockMemory.Pool pool;
  private CellKernel kernel;
  private FusedRun open;

  /**
   * An engine without buffers; they come with the first series.
   *
   * @param cell the cell
   * @param gradientCheckpointing false keeps every step for the backward pass, O(T) memory; true
   *     keeps one in about sqrt(T) and computes the others again, O(sqrt T) memory for about a
   *     third more time
   */
  public FusedEngine(RecurrentCell cell, boolean gradientCheckpointing) {
    this.cell = cell;
    this.gradientCheckpointing = gradientCheckpointing;
  }

  @Override
  public SequenceRun forward(
      Sequence sequence,
      Map<String, INDArray> params,
      Optional<INDArray> activations,
      boolean training) {
    return run(sequence, params, training, run -> run.forward(activations));
  }

  @Override
  public SequenceRun observe(
      Sequence sequence, Map<String, INDArray> params, StateObserver observer) {
    return run(sequence, params, false, run -> run.observe(observer));
  }

  private FusedRun run(
      Sequence sequence, Map<String, INDArray> params, boolean training, Consumer<FusedRun> way) {
    try (MemoryWorkspace detached = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces();
        SingleThreadedBlas blas = SingleThreadedBlas.hold()) {
      int tapeSteps = training ? tapeSteps(sequence.steps()) : 0;
      prepare(sequence, params, tapeSteps);
      FusedRun run = new FusedRun(sequence, cell.states(), kernel, weights, pool, tapeSteps);
      way.accept(run);
      open = training ? run : null;
      return run;
    }
  }

  private void prepare(Sequence sequence, Map<String, INDArray> params, int tapeSteps) {
    int neurons = sequence.states() / cell.states();
    if (weights == null) {
      weights = new FusedWeights(sequence.channels(), neurons, cell.preActivations());
      pool = new BlockMemory.Pool(weights);
    }
    if (open != null) {
      open.release();
    }
    pool.keepOnly(sequence.steps(), tapeSteps);
    if (kernel == null || !cell.freeConstants().isEmpty()) {
      kernel = cell.kernel(Constants.of(cell, params), neurons);
    }
    weights.load(params, kernel.scale());
  }

  private int tapeSteps(int steps) {
    return gradientCheckpointing ? (int) Math.ceil(Math.sqrt(steps)) : steps;
  }
}
