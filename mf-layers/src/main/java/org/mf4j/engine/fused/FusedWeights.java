package org.mf4j.engine.fused;

import java.util.Map;
import java.util.Optional;
import org.mf4j.engine.StackedWeights;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The weights of a layer as the products want them: in memory outside of the Java heap, where the
 * matrices stay and their contents are loaded when the parameters have changed.
 */
final class FusedWeights {
  private final StackedWeights weights;
  private final Matrix stacked;
  private final Matrix recurrentTransposed;
  private final Matrix inputTransposed;
  private final int channels;
  private final int neurons;
  private final int columns;

  private Optional<SparseRecurrence> sparse;
  private Optional<SparseRecurrence> sparseInput;

  FusedWeights(int channels, int neurons, int preActivations) {
    this.weights = new StackedWeights(channels, neurons, preActivations);
    this.channels = channels;
    this.neurons = neurons;
    this.columns = weights.columns();
    this.stacked = Matrix.allocate(inputs(), columns);
    this.recurrentTransposed = Matrix.allocate(columns, neurons);
    this.inputTransposed = Matrix.allocate(columns, channels);
  }

  /** {@return N + nIn + 1, the length of [h x 1]} */
  int inputs() {
    return weights.inputs();
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

  /** {@return W by its entries, if few of them are not 0} */
  Optional<SparseRecurrence> sparseInput() {
    synchronized (this) {
      if (sparseInput == null) {
        sparseInput = SparseRecurrence.of(stacked, neurons, channels, neurons, columns);
      }
      return sparseInput;
    }
  }

  /** Adds s h RW to the planes of sum, for products too small for a library call. */
  void addRecurrence(float[] h, int rows, float[] sum) {
    addProduct(h, 0, neurons, rows, sum);
  }

  /** Adds s (x W + b) to the planes of sum. */
  void addInput(float[] x, int rows, float[] sum) {
    addProduct(x, neurons, channels, rows, sum);
    addBias(rows, sum);
  }

  /** Adds s b to the planes of sum. */
  void addBias(int rows, float[] sum) {
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

  private void addWeights(float factor, int input, int row, int rows, float[] sum) {
    float[] all = weights.stacked();
    for (int column = 0; column < columns; column += neurons) {
      add(factor, all, input * columns + column, sum, column * rows + row * neurons, neurons);
    }
  }

  private static void add(float factor, float[] w, int from, float[] sum, int to, int n) {
    for (int j = 0; j < n; j++) {
      sum[to + j] += factor * w[from + j];
    }
  }

  void load(Map<String, INDArray> params, double[] scaleOfColumns) {
    if (!weights.load(params, scaleOfColumns)) {
      return;
    }
    float[] rw = weights.recurrentColumns();
    float[] w = weights.inputColumns();
    recurrentTransposed.write(0, rw, rw.length);
    inputTransposed.write(0, w, w.length);
    stacked.write(0, weights.stacked(), weights.stacked().length);
    sparse = null;
    sparseInput = null;
  }

  /** dL/ds per column, from the gradient of s [RW; W; b] in C order. */
  double[] scaleGradient(float[] gradient) {
    return weights.scaleGradient(gradient);
  }

  /** Puts the gradients of W, RW and b, from that of s [RW; W; b], where they belong. */
  void store(float[] gradient, Map<String, INDArray> gradients) {
    weights.store(gradient, gradients);
  }
}
