package org.mf4j.readout;

import java.util.function.Consumer;
import org.mf4j.options.Require;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Examples in memory; weights may be null. */
final class MatrixRows implements RowSource {
  private final INDArray x;
  private final INDArray y;
  private final double[] weights;

  MatrixRows(INDArray x, INDArray y, double[] weights) {
    if (x.size(0) != y.size(0)) {
      throw new IllegalArgumentException(
          "y: " + y.size(0) + " rows for " + x.size(0) + " rows of features; they must agree");
    }
    if (weights != null && weights.length != x.size(0)) {
      throw new IllegalArgumentException(
          "weights: " + weights.length + " for " + x.size(0) + " examples; they must agree");
    }
    for (int i = 0; weights != null && i < weights.length; i++) {
      Require.positive("weight", weights[i]);
    }
    this.x = x;
    this.y = y;
    this.weights = weights;
  }

  @Override
  public int features() {
    return (int) x.size(1);
  }

  @Override
  public int targets() {
    return (int) y.size(1);
  }

  @Override
  public void forEach(RowConsumer consumer) {
    consumer.accept(x, y, weights);
  }

  @Override
  public void forEachTarget(Consumer<INDArray> consumer) {
    consumer.accept(y);
  }
}
