package org.mf4j.engine.fused;

import static org.mf4j.engine.SequenceEngine.BIAS;
import static org.mf4j.engine.SequenceEngine.INPUT_WEIGHTS;
import static org.mf4j.engine.SequenceEngine.RECURRENT_WEIGHTS;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * All weights of a layer in one matrix, RW above W above b, so that one product [h x 1] [RW; W; b]
 * gives all k pre-activations and one product over many steps gives all weight gradients. Columns
 * are multiplied by the factor s of the pre-activation. The matrix stays, its contents are loaded
 * when the parameters have changed.
 */
final class FusedWeights {
  private final Matrix stacked;
  private final Matrix recurrentTransposed;
  private final Matrix inputTransposed;
  private final int channels;
  private final int neurons;
  private final int columns;
  private final Columns.Snapshot snapshot = new Columns.Snapshot();

  /** The same numbers as in {@link #stacked}, for products too small for a library call. */
  private float[] onHeap;

  private Optional<SparseRecurrence> sparse;
  private double[] scale = {};

  FusedWeights(int channels, int neurons, int preActivations) {
    this.channels = channels;
    this.neurons = neurons;
    this.columns = preActivations * neurons;
    this.stacked = Matrix.allocate(inputs(), columns);
    this.recurrentTransposed = Matrix.allocate(columns, neurons);
    this.inputTransposed = Matrix.allocate(columns, channels);
  }

  /** {@return N + nIn + 1, the length of [h x 1]} */
  int inputs() {
    return neurons + channels + 1;
  }

  int channels() {
    return channels;
  }

  int neurons() {
    return neurons;
  }

  /** {@return k N, the length of the pre-activations of one series} */
  int columns() {
    return columns;
  }

  /** {@return k, how many pre-activations a neuron has} */
  int preActivations() {
    return columns / neurons;
  }

  /** {@return s [RW; W; b], C order} */
  Matrix stacked() {
    return stacked;
  }

  /** {@return the transpose of s RW, laid out anew: BLAS multiplies small matrices faster so} */
  Matrix recurrentTransposed() {
    return recurrentTransposed;
  }

  /** {@return the transpose of s W} */
  Matrix inputTransposed() {
    return inputTransposed;
  }

  /** {@return RW by its entries, if few of them are not 0} */
  Optional<SparseRecurrence> sparseRecurrence() {
    synchronized (this) {
      if (sparse == null) {
        sparse = SparseRecurrence.of(stacked, neurons, columns);
      }
      return sparse;
    }
  }

  /** Adds s h RW to the planes of sum, for products too small for a library call. */
  void addRecurrence(float[] h, int rows, float[] sum) {
    addProduct(h, 0, neurons, rows, sum);
  }

  /** Adds s (x W + b) to the planes of sum. */
  void addInput(float[] x, int rows, float[] sum) {
    addProduct(x, neurons, channels, rows, sum);
    for (int row = 0; row < rows; row++) {
      addWeights(1f, neurons + channels, row, rows, sum);
    }
  }

  /** Adds what so many rows of these weights, from the first on, make of the rows of left. */
  private void addProduct(float[] left, int first, int length, int rows, float[] sum) {
    for (int row = 0; row < rows; row++) {
      for (int k = 0; k < length; k++) {
        addWeights(left[row * length + k], first + k, row, rows, sum);
      }
    }
  }

  private void addWeights(float factor, int weights, int row, int rows, float[] sum) {
    for (int column = 0; column < columns; column += neurons) {
      add(factor, onHeap, weights * columns + column, sum, column * rows + row * neurons, neurons);
    }
  }

  private static void add(float factor, float[] w, int from, float[] sum, int to, int n) {
    for (int j = 0; j < n; j++) {
      sum[to + j] += factor * w[from + j];
    }
  }

  void load(Map<String, INDArray> params, double[] scaleOfColumns) {
    if (!snapshot.changed(params, scaleOfColumns)) {
      return;
    }
    scale = scaleOfColumns;
    float[] rw = snapshot.columns(RECURRENT_WEIGHTS).clone();
    float[] w = snapshot.columns(INPUT_WEIGHTS).clone();
    float[] b = snapshot.columns(BIAS).clone();
    multiplyByScale(rw, w, b);
    recurrentTransposed.write(0, rw, rw.length);
    inputTransposed.write(0, w, w.length);
    onHeap = new float[inputs() * columns];
    transpose(rw, 0, columns, neurons, onHeap, 0);
    transpose(w, 0, columns, channels, onHeap, rw.length);
    System.arraycopy(b, 0, onHeap, rw.length + w.length, columns);
    stacked.write(0, onHeap, onHeap.length);
    sparse = null;
  }

  /**
   * dL/ds per column, from the gradients of the scaled weights: every weight of a column appears
   * multiplied by s, so s dL/ds is the sum of scaled weight times gradient down the column.
   */
  double[] scaleGradient(float[] gradient) {
    double[] sums = new double[columns];
    for (int i = 0; i < gradient.length; i++) {
      sums[i % columns] += (double) onHeap[i] * gradient[i];
    }
    for (int j = 0; j < scale.length; j++) {
      sums[j] /= scale[j];
    }
    return sums;
  }

  /**
   * Puts the gradients of W, RW and b where they belong.
   *
   * @param gradient of s [RW; W; b], C order
   */
  void store(float[] gradient, Map<String, INDArray> gradients) {
    float[] rw = new float[neurons * columns];
    float[] w = new float[channels * columns];
    transpose(gradient, 0, neurons, columns, rw, 0);
    transpose(gradient, rw.length, channels, columns, w, 0);
    float[] b = Arrays.copyOfRange(gradient, rw.length + w.length, gradient.length);
    multiplyByScale(rw, w, b);
    Columns.write(rw, gradients.get(RECURRENT_WEIGHTS));
    Columns.write(w, gradients.get(INPUT_WEIGHTS));
    Columns.write(b, gradients.get(BIAS));
  }

  /** Multiplies column j of every matrix, given by columns, by s of that column. */
  private void multiplyByScale(float[]... matrices) {
    for (float[] matrix : matrices) {
      int length = matrix.length / columns;
      for (int i = 0; i < matrix.length && scale.length > 0; i++) {
        matrix[i] *= (float) scale[i / length];
      }
    }
  }

  private static void transpose(
      float[] from, int start, int rows, int width, float[] to, int startOfResult) {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < width; j++) {
        to[startOfResult + j * rows + i] = from[start + i * width + j];
      }
    }
  }
}
