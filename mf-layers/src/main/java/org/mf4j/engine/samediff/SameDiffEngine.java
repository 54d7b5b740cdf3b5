package org.mf4j.engine.samediff;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mf4j.cells.RecurrentCell;
import org.mf4j.engine.Sequence;
import org.mf4j.engine.SequenceEngine;
import org.mf4j.engine.SequenceRun;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Runs any cell's graph, chunk by chunk: forward with the state handed on, back with the gradient
 * of the state handed back. Graphs are built on first use, one per chunk length; a series of T
 * steps is cut into as few chunks of these lengths as possible, so no length needs a new graph.
 */
public final class SameDiffEngine implements SequenceEngine {
  private final RecurrentCell cell;
  private final Map<ChunkGraph.Shape, ChunkGraph> graphs = new HashMap<>();

  /**
   * An engine without graphs; they are built on first use.
   *
   * @param cell the cell
   */
  public SameDiffEngine(RecurrentCell cell) {
    this.cell = cell;
  }

  @Override
  public SequenceRun forward(
      Sequence sequence,
      Map<String, INDArray> params,
      Optional<INDArray> activations,
      boolean training) {
    try (MemoryWorkspace detached = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
      SameDiffRun run = new SameDiffRun(this, cell, sequence, params);
      run.forward();
      activations.ifPresent(run::emit);
      return run;
    }
  }

  ChunkGraph graph(ChunkGraph.Shape shape, DataType dataType) {
    return graphs.computeIfAbsent(shape, s -> new ChunkGraph(cell, s, dataType));
  }
}
