package org.mf4j.engine.fused;

import java.util.Map;
import org.mf4j.cells.RecurrentCell;
import org.mf4j.cells.StepKernel;
import org.mf4j.engine.Constants;
import org.mf4j.engine.Sequence;
import org.mf4j.engine.SequenceEngine;
import org.mf4j.engine.SequenceRun;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Runs any cell's kernel in single precision on the CPU. One product projects the input of all
 * steps, one product per step and block carries the state, the rest of a step is one pass over
 * arrays that stay in the cache; the weight gradients are products over all steps at once.
 */
public final class FusedEngine implements SequenceEngine {
  private final RecurrentCell cell;
  private FusedWeights weights;
  private BlockPool pool;
  private FusedRun open;

  /**
   * An engine without buffers; they come with the first series.
   *
   * @param cell the cell
   */
  public FusedEngine(RecurrentCell cell) {
    this.cell = cell;
  }

  @Override
  public SequenceRun forward(
      Sequence sequence, Map<String, INDArray> params, INDArray activations, boolean training) {
    try (MemoryWorkspace detached = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces();
        SingleThreadedBlas blas = SingleThreadedBlas.hold()) {
      prepare(sequence, training);
      StepKernel kernel = cell.kernel(Constants.of(cell, params), sequence.neurons());
      weights.load(params, kernel.scale());
      FusedRun run = new FusedRun(sequence, kernel, weights, pool, training);
      run.forward(activations);
      open = run;
      return run;
    }
  }

  private void prepare(Sequence sequence, boolean training) {
    if (weights == null) {
      weights = new FusedWeights(sequence.channels(), sequence.neurons());
      pool = new BlockPool(weights);
    }
    if (open != null) {
      open.release();
    }
    pool.keepOnly(sequence.steps(), training);
  }
}
