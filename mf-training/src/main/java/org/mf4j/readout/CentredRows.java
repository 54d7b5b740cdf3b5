package org.mf4j.readout;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.DoublePointer;
import org.mf4j.engine.Workers;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The features of examples less their weighted mean, each row times the root of its weight: what
 * both forms of the ridge regression multiply. All processors share the rows, a fixed number of
 * them at a time, so that no bit depends on the number of threads.
 *
 * @param x {@code [n,N]} in rows, with memory of its own
 * @param mean N numbers
 * @param squares per feature the sum of the squares in x
 */
// Bulk numbers stay in arrays; rows are compared by reference.
@SuppressWarnings("ArrayRecordComponent")
record CentredRows(INDArray x, double[] mean, double[] squares) {
  /** So few that a panel is enough for sixteen processors. */
  private static final int CHUNK = 64;

  /**
   * Centres.
   *
   * @param panel the examples, which do not change
   * @throws IllegalArgumentException if a feature is not finite
   */
  static CentredRows of(Panel panel) {
    return of(List.of(panel), unset(panel.rows(), panel.x().size(1)));
  }

  /**
   * Centres examples that nobody reads again: a single panel where it lies, several into one
   * matrix, after which they are closed.
   *
   * @param panels the examples
   * @throws IllegalArgumentException if a feature is not finite
   */
  static CentredRows takenFrom(List<Panel> panels) {
    if (panels.size() == 1) {
      return of(panels, panels.get(0).x());
    }
    int rows = panels.stream().mapToInt(Panel::rows).sum();
    CentredRows centred = of(panels, unset(rows, panels.get(0).x().size(1)));
    panels.forEach(Panel::close);
    return centred;
  }

  private static INDArray unset(long rows, long features) {
    return Nd4j.createUninitializedDetached(DataType.DOUBLE, 'c', rows, features);
  }

  private static CentredRows of(List<Panel> panels, INDArray x) {
    int features = (int) x.size(1);
    List<Chunk> chunks = chunks(panels);
    double[][] parts = new double[chunks.size()][features];
    Workers.run(parts.length, i -> chunks.get(i).addTo(parts[i]));
    double[] mean = total(parts);
    double weight = panels.stream().mapToDouble(Panel::weight).sum();
    for (int j = 0; j < features; j++) {
      mean[j] /= weight;
    }
    Panel.requireFinite("features", mean);
    double[][] squares = new double[chunks.size()][features];
    Workers.run(squares.length, i -> chunks.get(i).centre(mean, x, squares[i]));
    return new CentredRows(x, mean, total(squares));
  }

  private static List<Chunk> chunks(List<Panel> panels) {
    List<Chunk> chunks = new ArrayList<>();
    int first = 0;
    for (Panel panel : panels) {
      for (int from = 0; from < panel.rows(); from += CHUNK) {
        chunks.add(new Chunk(panel, from, Math.min(panel.rows(), from + CHUNK), first));
      }
      first += panel.rows();
    }
    return chunks;
  }

  /** In the order of the parts. */
  private static double[] total(double[][] parts) {
    double[] total = new double[parts[0].length];
    for (double[] part : parts) {
      for (int j = 0; j < total.length; j++) {
        total[j] += part[j];
      }
    }
    return total;
  }

  private static DoublePointer numbers(INDArray rows) {
    return new DoublePointer(rows.data().addressPointer());
  }

  /**
   * Some rows of a panel.
   *
   * @param panel which
   * @param from the first row
   * @param to behind the last row
   * @param before rows of the panels before
   */
  private record Chunk(Panel panel, int from, int to, int before) {
    /** Adds the rows, times their weights. */
    void addTo(double[] sum) {
      double[] row = new double[sum.length];
      DoublePointer source = numbers(panel.x());
      for (int i = from; i < to; i++) {
        source.position((long) i * row.length).get(row);
        double weight = panel.weights()[i];
        for (int j = 0; j < row.length; j++) {
          sum[j] += weight * row[j];
        }
      }
    }

    /** Puts the centred rows where they belong and adds their squares. */
    void centre(double[] mean, INDArray target, double[] squares) {
      double[] row = new double[mean.length];
      DoublePointer source = numbers(panel.x());
      DoublePointer centred = numbers(target);
      for (int i = from; i < to; i++) {
        source.position((long) i * row.length).get(row);
        double root = Math.sqrt(panel.weights()[i]);
        for (int j = 0; j < row.length; j++) {
          row[j] = root * (row[j] - mean[j]);
          squares[j] += row[j] * row[j];
        }
        centred.position((long) (before + i) * row.length).put(row);
      }
    }
  }
}
