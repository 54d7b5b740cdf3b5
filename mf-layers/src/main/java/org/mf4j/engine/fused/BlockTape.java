package org.mf4j.engine.fused;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a block of series keeps for the way back, per series and step: [h x 1] before the step, and
 * the N numbers that the adjoint of the step needs - of all steps, or of one segment of them beside
 * a checkpoint of the state at the start of every segment. On the way back dL/dv is gathered over a
 * few steps, as many as stay in the cache, and multiplied into the gradient of the weights at once.
 */
final class BlockTape implements AutoCloseable {
  /** Enough for an efficient product, few enough to stay in the cache. */
  private static final int MOST_GATHERED_ROWS = 256;

  /** Up to so many multiplications OpenBLAS does without laying the factors out anew (AVX-512). */
  private static final int SMALL_PRODUCT = 1_000_000;

  private static final int FEWEST_GATHERED_ROWS = 64;

  private final int rows;
  private final int tapeSteps;
  private final int gatheredSteps;
  private final Matrix lefts;
  private final Matrix saved;
  private final Matrix checkpoints;
  private final Matrix delta;
  private final Matrix back;
  private final Matrix gatheredLefts;
  private final Matrix gatheredDeltas;
  private final Matrix weightGradient;
  private final Gemm transposed;
  private final Gemm gradient;
  private int gathered;

  BlockTape(BlockShape shape, FusedWeights weights) {
    this.rows = shape.rows();
    this.tapeSteps = shape.tapeSteps();
    this.gatheredSteps = Math.max(1, Math.min(shape.steps(), gatheredRows(weights) / shape.rows()));
    long stepRows = (long) tapeSteps * rows;
    this.lefts = Matrix.allocate(stepRows, weights.inputs());
    this.saved = Matrix.allocate(stepRows, weights.neurons());
    this.checkpoints = Matrix.allocate((long) shape.segments() * rows, weights.neurons());
    this.delta = Matrix.allocate(rows, weights.neurons());
    this.back = Matrix.allocate(rows, weights.inputs());
    this.gatheredLefts = Matrix.allocate((long) gatheredSteps * rows, weights.inputs());
    this.gatheredDeltas = Matrix.allocate((long) gatheredSteps * rows, weights.neurons());
    this.weightGradient = Matrix.allocate(weights.inputs(), weights.neurons());
    this.transposed = Gemm.product(delta.array(), weights.transposed(), back.array());
    this.gradient =
        Gemm.addTransposedProduct(
            gatheredLefts.array(), gatheredDeltas.array(), weightGradient.array());
  }

  private static int gatheredRows(FusedWeights weights) {
    int rows = SMALL_PRODUCT / (weights.inputs() * weights.neurons());
    return rows < FEWEST_GATHERED_ROWS ? MOST_GATHERED_ROWS : Math.min(rows, MOST_GATHERED_ROWS);
  }

  void write(int t, float[] left, float[] values) {
    lefts.write(t % tapeSteps * rows, left, left.length);
    saved.write(t % tapeSteps * rows, values, values.length);
  }

  void read(int t, float[] left, float[] values) {
    lefts.read(t % tapeSteps * rows, left, left.length);
    saved.read(t % tapeSteps * rows, values, values.length);
  }

  /** Keeps the state before step t, if a segment begins there. */
  void writeCheckpoint(int t, float[] state) {
    if (t % tapeSteps == 0) {
      checkpoints.write(t / tapeSteps * rows, state, state.length);
    }
  }

  void readCheckpoint(int segment, float[] state) {
    checkpoints.read(segment * rows, state, state.length);
  }

  /** The segment of step t: the steps that are on the tape together with it. */
  int segment(int t) {
    return t / tapeSteps;
  }

  /** Starts the way back. */
  void clearGradient() {
    weightGradient.array().assign(0);
    gathered = 0;
  }

  /**
   * Takes dL/dv of one step into the gradient of s [RW; W; b] and multiplies it back.
   *
   * @param left [h x 1] before the step; replaced by dL/d[h x 1] through the pre-activation
   * @param dv dL/dv
   */
  void multiplyBack(float[] left, float[] dv) {
    gatheredLefts.write(gathered * rows, left, left.length);
    gatheredDeltas.write(gathered * rows, dv, dv.length);
    gathered++;
    if (gathered == gatheredSteps) {
      gradient.run();
      gathered = 0;
    }
    delta.write(0, dv, dv.length);
    transposed.run();
    back.read(0, left, left.length);
  }

  /** Ends the way back: what was gathered last, filled up with zeros. */
  void finishGradient(float[] left, float[] dv) {
    if (gathered == 0) {
      return;
    }
    Arrays.fill(left, 0f);
    Arrays.fill(dv, 0f);
    for (; gathered < gatheredSteps; gathered++) {
      gatheredLefts.write(gathered * rows, left, left.length);
      gatheredDeltas.write(gathered * rows, dv, dv.length);
    }
    gradient.run();
    gathered = 0;
  }

  INDArray weightGradient() {
    return weightGradient.array();
  }

  @Override
  public void close() {
    transposed.close();
    gradient.close();
    for (Matrix matrix :
        new Matrix[] {
          lefts, saved, checkpoints, delta, back, gatheredLefts, gatheredDeltas, weightGradient
        }) {
      matrix.close();
    }
  }
}
