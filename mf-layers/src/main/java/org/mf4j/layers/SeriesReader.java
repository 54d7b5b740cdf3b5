package org.mf4j.layers;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

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
 * @param mask the steps that exist
 * @param backwards whether the last step comes first
 */
record SeriesReader(INDArray series, StepMask mask, boolean backwards) {
  /** So many numbers are read at once: few enough for the cache, many for one call. */
  private static final long CHUNK = 1 << 17;

  private void forEachStep(BiConsumer<double[], boolean[]> action) {
    int width = (int) (series.size(0) * series.size(1));
    double[] h = new double[width];
    int steps = mask.steps();
    int chunk = (int) Math.max(1, Math.min(steps, CHUNK / width));
    for (int start = 0; start < steps; start += chunk) {
      int end = Math.min(steps, start + chunk);
      int earliest = Math.min(time(start), time(end - 1));
      double[] values = read(earliest, earliest + end - start);
      for (int i = start; i < end; i++) {
        System.arraycopy(values, (time(i) - earliest) * width, h, 0, width);
        action.accept(h, mask.at(time(i)));
      }
    }
  }

  /** {@code [T,B,n]} of the given steps. */
  private double[] read(int start, int end) {
    try (MemoryWorkspace detached = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
      INDArray some = series.get(all(), all(), interval(start, end));
      return some.permute(2, 0, 1).dup('c').data().asDouble();
    }
  }

  private int time(int i) {
    return backwards ? mask.steps() - 1 - i : i;
  }

  /** Feeds all steps. */
  void feed(Trajectories trajectories) {
    forEachStep(trajectories::add);
  }

  /** Goes back from the gradient of the features to that of the series {@code [B,n,T]}. */
  INDArray back(Trajectories trajectories, double[][] gradient) {
    TrajectoriesAdjoint adjoint = trajectories.adjoint(gradient, mask.steps());
    forEachStep(adjoint::add);
    double[][] inOrder = new double[mask.steps()][];
    for (int i = 0; i < inOrder.length; i++) {
      inOrder[time(i)] = adjoint.states()[i];
    }
    return Nd4j.createFromArray(inOrder)
        .reshape(mask.steps(), series.size(0), series.size(1))
        .permute(1, 2, 0)
        .castTo(series.dataType());
  }
}
