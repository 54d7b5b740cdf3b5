package org.mf4j.readout;

import java.util.Arrays;
import java.util.function.Consumer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Regroups rows into panels of {@link #ROWS} rows, the last one shorter, so that neither speed nor
 * a bit of the result depends on the sizes of the batches.
 */
final class PanelBuilder implements RowSource.RowConsumer {
  /** Large against the cost of merging statistics, small against memory. */
  static final int ROWS = 1024;

  private final int features;
  private final int targets;
  private final Consumer<Panel> next;
  private INDArray x;
  private INDArray y;
  private double[] weights;
  private int filled;

  PanelBuilder(int features, int targets, Consumer<Panel> next) {
    this.features = features;
    this.targets = targets;
    this.next = next;
  }

  @Override
  public void accept(INDArray moreX, INDArray moreY, double[] moreWeights) {
    int rows = (int) moreX.size(0);
    for (int from = 0; from < rows; ) {
      if (filled == 0) {
        start();
      }
      int count = Math.min(rows - from, ROWS - filled);
      interval(x, filled, count).assign(interval(moreX, from, count));
      interval(y, filled, count).assign(interval(moreY, from, count));
      if (moreWeights == null) {
        Arrays.fill(weights, filled, filled + count, 1);
      } else {
        System.arraycopy(moreWeights, from, weights, filled, count);
      }
      filled += count;
      from += count;
      if (filled == ROWS) {
        finish();
      }
    }
  }

  /** Passes on what is left. */
  void finish() {
    if (filled == ROWS) {
      next.accept(new Panel(x, y, weights));
    } else if (filled > 0) {
      next.accept(
          new Panel(
              interval(x, 0, filled).dup('c'),
              interval(y, 0, filled).dup('c'),
              Arrays.copyOf(weights, filled)));
    }
    filled = 0;
  }

  private void start() {
    x = Nd4j.createUninitializedDetached(DataType.DOUBLE, 'c', ROWS, features);
    y = Nd4j.createUninitializedDetached(DataType.DOUBLE, 'c', ROWS, targets);
    weights = new double[ROWS];
  }

  private static INDArray interval(INDArray matrix, int from, int count) {
    return matrix.get(NDArrayIndex.interval(from, from + count), NDArrayIndex.all());
  }
}
