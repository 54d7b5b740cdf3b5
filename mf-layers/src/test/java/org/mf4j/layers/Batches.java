package org.mf4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.util.Arrays;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Small batches of random series, labels and masks, and how arrays are compared. */
final class Batches {
  private Batches() {}

  /** Uniform numbers of [-1, 1]. */
  static INDArray uniform(long seed, DataType dataType, long... shape) {
    SeededRandom random = new SeededRandom(seed);
    double[] values = new double[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    Arrays.setAll(values, i -> (float) random.uniform(-1, 1));
    return Nd4j.createFromArray(values).castTo(dataType).reshape(shape);
  }

  /** One of two classes per series, {@code [B,2]}. */
  static INDArray classes(long seed, DataType dataType, long batch) {
    INDArray first = uniform(seed, dataType, batch, 1).gt(0).castTo(dataType);
    return Nd4j.concat(1, first, first.rsub(1));
  }

  /** One of two classes per step, {@code [B,2,T]}. */
  static INDArray classesPerStep(long seed, DataType dataType, long batch, long steps) {
    INDArray first = uniform(seed, dataType, batch, 1, steps).gt(0).castTo(dataType);
    return Nd4j.concat(1, first, first.rsub(1));
  }

  /** Rows of a mask {@code [B,T]}, '1' for a step that is present. */
  static INDArray mask(DataType dataType, String... rows) {
    double[][] values = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      values[i] = rows[i].chars().mapToDouble(c -> c - '0').toArray();
    }
    return Nd4j.createFromArray(values).castTo(dataType);
  }

  /** Steps [start, end) of {@code [B,n,T]}. */
  static INDArray steps(INDArray series, long start, long end) {
    return series.get(all(), all(), interval(start, end)).dup();
  }

  /** NCW to NWC and back. */
  static INDArray swapped(INDArray series) {
    return series.permute(0, 2, 1).dup();
  }

  /** Equal up to a distance relative to the norm of what is expected. */
  static void assertClose(INDArray actual, INDArray expected, double tolerance) {
    assertThat(actual.shape()).isEqualTo(expected.shape());
    INDArray e = expected.castTo(DataType.DOUBLE);
    double norm = e.norm2Number().doubleValue();
    assertThat(norm).as("norm of what is expected").isPositive();
    assertThat(actual.castTo(DataType.DOUBLE).distance2(e))
        .as("distance of\n%s\nfrom\n%s", actual, expected)
        .isLessThanOrEqualTo(tolerance * norm);
  }

  /** Not nearly equal: what would make the comparison of a test empty. */
  static void assertDifferent(INDArray a, INDArray b) {
    double norm = b.norm2Number().doubleValue();
    assertThat(a.distance2(b)).as("difference").isGreaterThan(1e-4 * norm);
  }
}
