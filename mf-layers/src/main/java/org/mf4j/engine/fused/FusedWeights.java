package org.mf4j.engine.fused;

import static org.mf4j.engine.SequenceEngine.BIAS;
import static org.mf4j.engine.SequenceEngine.INPUT_WEIGHTS;
import static org.mf4j.engine.SequenceEngine.RECURRENT_WEIGHTS;

import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * All weights of a layer in one matrix, RW above W above b, so that one product [h x 1] [RW; W; b]
 * gives a whole pre-activation and one product over many steps gives all weight gradients. Columns
 * are multiplied by the factor s of the pre-activation. The matrix stays, its contents are loaded
 * when the parameters have changed.
 */
final class FusedWeights {
  private final Matrix stacked;
  private final Matrix transposed;
  private final int channels;
  private final int neurons;
  private final WeightSnapshot snapshot = new WeightSnapshot();
  private float[] onHeap;
  private Optional<SparseRecurrence> sparse;
  private double[] scale = {};

  FusedWeights(int channels, int neurons) {
    this.channels = channels;
    this.neurons = neurons;
    this.stacked = Matrix.allocate(inputs(), neurons);
    this.transposed = Matrix.allocate(neurons, inputs());
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

  /** {@return s [RW; W; b], C order} */
  Matrix stacked() {
    return stacked;
  }

  /** {@return the transpose, laid out anew: BLAS multiplies small matrices faster so} */
  Matrix transposed() {
    return transposed;
  }

  /** {@return the same numbers in a Java array, for products too small for a library call} */
  float[] onHeap() {
    synchronized (this) {
      if (onHeap == null) {
        onHeap = stacked.array().data().asFloat();
      }
      return onHeap;
    }
  }

  /** {@return RW by its entries, if few of them are not 0} */
  Optional<SparseRecurrence> sparseRecurrence() {
    synchronized (this) {
      if (sparse == null) {
        sparse = SparseRecurrence.of(stacked, neurons);
      }
      return sparse;
    }
  }

  /** Adds to every row of sum what the rows of these weights from {@code first} on make of left. */
  void addRows(int first, float[] left, float[] sum) {
    float[] w = onHeap();
    for (int row = 0; row < sum.length / neurons; row++) {
      for (int k = first; k < inputs(); k++) {
        add(left[row * inputs() + k], w, k * neurons, sum, row * neurons, neurons);
      }
    }
  }

  private static void add(float factor, float[] w, int from, float[] sum, int to, int n) {
    for (int j = 0; j < n; j++) {
      sum[to + j] += factor * w[from + j];
    }
  }

  void load(Map<String, INDArray> params, double[] scaleOfNeurons) {
    if (!snapshot.changed(params, scaleOfNeurons)) {
      return;
    }
    scale = scaleOfNeurons;
    INDArray all = stacked.array();
    rows(all, 0, neurons).assign(params.get(RECURRENT_WEIGHTS));
    rows(all, neurons, neurons + channels).assign(params.get(INPUT_WEIGHTS));
    all.getRow(inputs() - 1L).assign(params.get(BIAS).reshape(new long[] {neurons}));
    multiplyByScale(all);
    transposed.array().assign(all.transpose());
    onHeap = null;
    sparse = null;
  }

  /**
   * dL/ds per neuron, from the gradients of the scaled weights: every weight of a column appears
   * multiplied by s, so s dL/ds is the sum of scaled weight times gradient down the column.
   */
  double[] scaleGradient(INDArray gradient) {
    double[] sums = stacked.array().mul(gradient).sum(0).toDoubleVector();
    for (int i = 0; i < scale.length; i++) {
      sums[i] /= scale[i];
    }
    return sums;
  }

  /** Puts the gradients of W, RW and b where they belong. */
  void store(INDArray gradient, Map<String, INDArray> gradients) {
    multiplyByScale(gradient);
    gradients.get(RECURRENT_WEIGHTS).assign(rows(gradient, 0, neurons));
    gradients.get(INPUT_WEIGHTS).assign(rows(gradient, neurons, neurons + channels));
    INDArray bias = gradients.get(BIAS);
    bias.assign(gradient.getRow(inputs() - 1L).reshape(bias.shape()));
  }

  private static INDArray rows(INDArray matrix, int start, int end) {
    return matrix.get(NDArrayIndex.interval(start, end), NDArrayIndex.all());
  }

  private void multiplyByScale(INDArray weights) {
    if (scale.length > 0) {
      weights.muliRowVector(Nd4j.createFromArray(scale).castTo(DataType.FLOAT));
    }
  }
}
