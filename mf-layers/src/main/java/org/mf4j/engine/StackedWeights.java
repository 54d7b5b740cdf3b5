package org.mf4j.engine;

import static org.mf4j.engine.SequenceEngine.BIAS;
import static org.mf4j.engine.SequenceEngine.INPUT_WEIGHTS;
import static org.mf4j.engine.SequenceEngine.RECURRENT_WEIGHTS;

import java.util.Arrays;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * All weights of a layer in one matrix s [RW; W; b], RW above W above b, with the columns
 * multiplied by the factor s of the pre-activation: one product [h x 1] s [RW; W; b] gives all k
 * pre-activations, and one product over many steps gives all weight gradients.
 */
public final class StackedWeights {
  private final int channels;
  private final int neurons;
  private final int columns;
  private final Columns.Snapshot snapshot = new Columns.Snapshot();
  private final float[] stacked;
  private float[] recurrent;
  private float[] input;
  private double[] scale = {};

  /**
   * Without numbers yet.
   *
   * @param channels nIn
   * @param neurons N
   * @param preActivations k
   */
  public StackedWeights(int channels, int neurons, int preActivations) {
    this.channels = channels;
    this.neurons = neurons;
    this.columns = preActivations * neurons;
    this.stacked = new float[inputs() * columns];
  }

  /** {@return N + nIn + 1, the length of [h x 1]} */
  public int inputs() {
    return neurons + channels + 1;
  }

  /** {@return nIn} */
  public int channels() {
    return channels;
  }

  /** {@return N} */
  public int neurons() {
    return neurons;
  }

  /** {@return k N, the length of the pre-activations of one series} */
  public int columns() {
    return columns;
  }

  /** {@return s [RW; W; b], C order; not to be changed} */
  public float[] stacked() {
    return stacked;
  }

  /** {@return s RW, column after column; not to be changed} */
  public float[] recurrentColumns() {
    return recurrent;
  }

  /** {@return s W, column after column; not to be changed} */
  public float[] inputColumns() {
    return input;
  }

  /**
   * Takes the parameters, if any of them differs from those of the call before.
   *
   * @param params W, RW, b and the cell's learned constants
   * @param scaleOfColumns s, one value per column, or empty where all are 1
   * @return whether anything differed
   */
  public boolean load(Map<String, INDArray> params, double[] scaleOfColumns) {
    if (!snapshot.changed(params, scaleOfColumns)) {
      return false;
    }
    scale = scaleOfColumns;
    recurrent = snapshot.columns(RECURRENT_WEIGHTS).clone();
    input = snapshot.columns(INPUT_WEIGHTS).clone();
    float[] b = snapshot.columns(BIAS).clone();
    multiplyByScale(recurrent, input, b);
    transpose(recurrent, 0, columns, neurons, stacked, 0);
    transpose(input, 0, columns, channels, stacked, recurrent.length);
    System.arraycopy(b, 0, stacked, recurrent.length + input.length, columns);
    return true;
  }

  /**
   * dL/ds per column, from the gradients of the scaled weights: every weight of a column appears
   * multiplied by s, so s dL/ds is the sum of scaled weight times gradient down the column.
   *
   * @param gradient of s [RW; W; b], C order
   * @return one value per column
   */
  public double[] scaleGradient(float[] gradient) {
    double[] sums = new double[columns];
    for (int i = 0; i < gradient.length; i++) {
      sums[i % columns] += (double) stacked[i] * gradient[i];
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
   * @param gradients takes them, by the names and in the shapes of the parameters
   */
  public void store(float[] gradient, Map<String, INDArray> gradients) {
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
