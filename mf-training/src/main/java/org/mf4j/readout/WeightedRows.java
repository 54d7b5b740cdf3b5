package org.mf4j.readout;

import java.util.Arrays;
import java.util.List;
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

  /** The same rows, with the weights of their classes as well. */
  static RowSource of(RowSource rows, ClassWeights weights) {
    if (weights instanceof ClassWeights.None) {
      return rows;
    }
    int classes = Math.max(2, rows.targets());
    return new WeightedRows(
        rows,
        weights instanceof ClassWeights.Given given
            ? given(given.weights(), classes)
            : balanced(rows, classes));
  }

  private static double[] given(List<Double> weights, int classes) {
    if (weights.size() != classes) {
      throw new IllegalArgumentException(
          "weights: " + weights.size() + " for " + classes + " classes; must be one each");
    }
    return weights.stream().mapToDouble(weight -> weight).toArray();
  }

  private static double[] balanced(RowSource rows, int classes) {
    double[] counts = new double[classes];
    rows.forEachTarget(y -> Arrays.stream(classesOf(y)).forEach(index -> counts[index]++));
    double occurring = Arrays.stream(counts).filter(count -> count > 0).count();
    double examples = Arrays.stream(counts).sum();
    return Arrays.stream(counts).map(count -> examples / (occurring * count)).toArray();
  }

  /** {@return per row of targets {@code [n,K]} the index of the class} */
  static int[] classesOf(INDArray y) {
    return y.size(1) == 1
        ? Arrays.stream(RowMajor.values(y)).mapToInt(target -> target > 0 ? 1 : 0).toArray()
        : y.argMax(1).toIntVector();
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
          double[] product = Arrays.stream(classesOf(y)).mapToDouble(c -> perClass[c]).toArray();
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
