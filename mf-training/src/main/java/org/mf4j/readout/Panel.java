package org.mf4j.readout;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.mf4j.engine.Workers;
import org.mf4j.readout.algebra.RowMajor;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Some examples in double precision. */
final class Panel {
  private final INDArray x;
  private final INDArray y;
  private final double[] weights;
  private final double weight;
  private final boolean isUnweighted;
  private final List<INDArray> owned;

  /**
   * From its parts.
   *
   * @param x features {@code [m,N]}
   * @param y targets {@code [m,K]}
   * @param weights m weights
   */
  Panel(INDArray x, INDArray y, double[] weights) {
    this(x, y, weights, List.of());
  }

  private Panel(INDArray x, INDArray y, double[] weights, List<INDArray> owned) {
    this.owned = owned;
    this.x = x;
    this.y = y;
    this.weights = weights;
    this.weight = Arrays.stream(weights).sum();
    this.isUnweighted = Arrays.stream(weights).allMatch(one -> one == 1);
  }

  INDArray x() {
    return x;
  }

  INDArray y() {
    return y;
  }

  double[] weights() {
    return weights;
  }

  int rows() {
    return weights.length;
  }

  /** At most {@code count} rows from the given one on. */
  Panel rows(int from, int count) {
    int to = Math.min(rows(), from + count);
    return new Panel(
        x.get(NDArrayIndex.interval(from, to), NDArrayIndex.all()),
        y.get(NDArrayIndex.interval(from, to), NDArrayIndex.all()),
        Arrays.copyOfRange(weights, from, to));
  }

  double weight() {
    return weight;
  }

  double[] meanY() {
    INDArray mean = isUnweighted ? y.mean(true, 0) : RowMajor.row(weights).mmul(y).divi(weight);
    return requireFinite("targets", RowMajor.values(mean));
  }

  /** {@return the rows of y less the mean, each times the root of its weight} */
  INDArray centredY(double[] mean) {
    INDArray rows = y.subRowVector(RowMajor.row(mean));
    return isUnweighted
        ? rows
        : rows.muliColumnVector(RowMajor.column(Arrays.stream(weights).map(Math::sqrt).toArray()));
  }

  /** Frees what was made to hold the examples. */
  void close() {
    owned.forEach(INDArray::close);
  }

  static double[] requireFinite(String what, double[] mean) {
    for (int j = 0; j < mean.length; j++) {
      if (!Double.isFinite(mean[j])) {
        throw new IllegalArgumentException(
            what + ": column " + j + " holds a value that is not finite; clean the data first");
      }
    }
    return mean;
  }

  /** Reads a source once, in panels of {@link Builder#ROWS} rows. */
  static void forEach(RowSource source, Consumer<Panel> consumer) {
    Builder panels = new Builder(source.features(), source.targets(), consumer);
    source.forEach(panels);
    panels.finish();
  }

  /**
   * Regroups rows into panels of {@link #ROWS} rows, the last one shorter, so that neither speed
   * nor a bit of the result depends on the sizes of the batches.
   */
  private static final class Builder implements RowSource.RowConsumer {
    /** Large against the cost of merging statistics, small against memory. */
    static final int ROWS = 512;

    private static final int CHUNK = 64;

    private final int features;
    private final int targets;
    private final Consumer<Panel> next;
    private INDArray x;
    private INDArray y;
    private double[] weights;
    private int filled;

    Builder(int features, int targets, Consumer<Panel> next) {
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
        copy(moreX, from, count);
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

    /** Processors share the rows: new memory is slow when it is first touched. */
    private void copy(INDArray more, int from, int count) {
      int start = filled;
      Workers.runParts(
          count,
          CHUNK,
          (first, end) ->
              interval(x, start + first, end - first)
                  .assign(interval(more, from + first, end - first)));
    }

    /** Passes on what is left. */
    void finish() {
      if (filled == ROWS) {
        next.accept(new Panel(x, y, weights, List.of(x, y)));
      } else if (filled > 0) {
        next.accept(
            new Panel(
                interval(x, 0, filled),
                interval(y, 0, filled),
                Arrays.copyOf(weights, filled),
                List.of(x, y)));
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
}
