package org.mf4j.layers;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.point;

import java.util.function.BiConsumer;
import org.mf4j.summaries.Trajectories;
import org.mf4j.summaries.TrajectoriesAdjoint;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Series {@code [B,n,T]} of any strides, read step by step for the summaries.
 *
 * @param series {@code [B,n,T]}
 * @param presence the steps that exist
 * @param backwards whether the last step comes first
 */
record SeriesReader(INDArray series, Presence presence, boolean backwards) {
  private void forEachStep(BiConsumer<double[], boolean[]> action) {
    try (MemoryWorkspace detached = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
      INDArray step = Nd4j.createUninitialized(series.dataType(), series.size(0), series.size(1));
      for (int i = 0; i < presence.steps(); i++) {
        step.assign(series.get(all(), all(), point(time(i))));
        action.accept(step.data().asDouble(), presence.at(time(i)));
      }
    }
  }

  private int time(int i) {
    return backwards ? presence.steps() - 1 - i : i;
  }

  /** Feeds all steps. */
  void feed(Trajectories trajectories) {
    forEachStep(trajectories::add);
  }

  /** Goes back from the gradient of the features to that of the series {@code [B,n,T]}. */
  INDArray back(Trajectories trajectories, double[][] gradient) {
    TrajectoriesAdjoint adjoint = trajectories.adjoint(gradient, presence.steps());
    forEachStep(adjoint::add);
    double[][] inOrder = new double[presence.steps()][];
    for (int i = 0; i < inOrder.length; i++) {
      inOrder[time(i)] = adjoint.states()[i];
    }
    return Nd4j.createFromArray(inOrder)
        .reshape(presence.steps(), series.size(0), series.size(1))
        .permute(1, 2, 0)
        .castTo(series.dataType());
  }
}
