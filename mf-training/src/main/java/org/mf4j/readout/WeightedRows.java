package org.mf4j.readout;

import java.util.Arrays;
import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Rows whose weights are multiplied by those of their classes. */
final class WeightedRows implements RowSource {
  private final RowSource rows;
  private final double[] perClass;

  WeightedRows(RowSource rows, double[] perClass) {
    this.rows = rows;
    this.perClass = perClass;
  }

  @Override
  public int features() {
    return rows.features();
  }

  @Override
  public int targets() {
    return rows.targets();
  }

  @Override
  public void forEach(RowConsumer consumer) {
    rows.forEach(
        (x, y, weights) -> {
          double[] product =
              Arrays.stream(ClassWeights.classesOf(y)).mapToDouble(c -> perClass[c]).toArray();
          for (int i = 0; weights != null && i < product.length; i++) {
            product[i] *= weights[i];
          }
          consumer.accept(x, y, product);
        });
  }

  @Override
  public void forEachTarget(Consumer<INDArray> consumer) {
    rows.forEachTarget(consumer);
  }
}
