package org.mf4j.engine.fused;

/**
 * What a block of series keeps for the backward pass, per series and step: [h x 1] before the step,
 * and the k N numbers that the adjoint of the step needs - of all steps, or of one segment of them
 * beside a checkpoint of the state at the start of every segment. Going back, dL/dv is gathered
 * over a few steps, as many as stay in the cache, and multiplied into the gradient of the weights
 * at once.
 */
final class Tape implements AutoCloseable {
  /** Enough for an efficient product, few enough to stay in the cache. */
  private static final int MOST_GATHERED_ROWS = 256;

  /** Up to so many multiplications OpenBLAS does without laying the factors out anew (AVX-512). */
  private static final int SMALL_PRODUCT = 1_000_000;

  private static final int FEWEST_GATHERED_ROWS = 64;

  private final int rows;
  private final int tapeSteps;
  private final int gatheredSteps;
  private final int plane;
  private final FusedWeights weights;
  private final Matrix lefts;
  private final float[][] saved;
  private final float[][] innerStates;
  private final Matrix checkpoints;
  private final Matrix deltas;
  private final Matrix back;
  private final Matrix backToInput;
  private final Matrix weightGradient;
  private int gathered;
  private int lowest;
  private boolean isFirst;

  /**
   * A tape.
   *
   * @param lefts [h x 1] before every step of a segment; written by the forward pass
   */
  Tape(BlockShape shape, FusedWeights weights, Matrix lefts) {
    this.rows = shape.rows();
    this.tapeSteps = shape.tapeSteps();
    this.gatheredSteps = Math.max(1, Math.min(tapeSteps, gatheredRows(weights) / rows));
    this.weights = weights;
    this.lefts = lefts;
    this.plane = rows * weights.neurons();
    this.saved = new float[tapeSteps][rows * weights.columns()];
    this.innerStates = new float[shape.states() > 1 ? tapeSteps : 0][(shape.states() - 1) * plane];
    this.checkpoints =
        Matrix.allocate((long) shape.segments() * rows, shape.states() * weights.neurons());
    this.deltas = Matrix.allocate((long) gatheredSteps * rows, weights.columns());
    this.back = Matrix.allocate(rows, weights.neurons());
    this.backToInput = Matrix.allocate(rows, weights.channels());
    this.weightGradient = Matrix.allocate(weights.inputs(), weights.columns());
  }

  private static int gatheredRows(FusedWeights weights) {
    int rows = SMALL_PRODUCT / (weights.inputs() * weights.columns());
    return rows < FEWEST_GATHERED_ROWS ? MOST_GATHERED_ROWS : Math.min(rows, MOST_GATHERED_ROWS);
  }

  /**
   * The tape's own array of step t: the pre-activations, then what their adjoint needs, then dL/dv.
   */
  float[] saved(int t) {
    return saved[t % tapeSteps];
  }

  /** Keeps the states before step t that the pre-activations do not see, if there are any. */
  void writeInnerStates(int t, float[] state) {
    if (innerStates.length > 0) {
      float[] kept = innerStates[t % tapeSteps];
      System.arraycopy(state, plane, kept, 0, kept.length);
    }
  }

  /** Reads the states before step t. */
  void readState(int t, float[] state) {
    lefts.read(t % tapeSteps * rows, rows, state, weights.neurons());
    if (innerStates.length > 0) {
      float[] kept = innerStates[t % tapeSteps];
      System.arraycopy(kept, 0, state, plane, kept.length);
    }
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

  /** Starts a backward pass. */
  void startGradient() {
    gathered = 0;
    isFirst = true;
  }

  /**
   * Takes dL/dv of step t into the gradient of s [RW; W; b] and multiplies it back; steps come from
   * the last one down.
   *
   * @param h takes dL/dh through the pre-activation
   * @param x takes dL/dx
   */
  void multiplyBack(int t, float[] h, float[] x) {
    float[] dv = saved(t);
    lowest = t % tapeSteps;
    int slot = lowest % gatheredSteps;
    deltas.writePlanes(slot * rows, rows, dv, dv.length / plane);
    gathered++;
    Matrix.product(deltas, slot * rows, rows, weights.recurrentTransposed(), back);
    back.read(0, h, h.length);
    Matrix.product(deltas, slot * rows, rows, weights.inputTransposed(), backToInput);
    backToInput.read(0, x, x.length);
    if (slot == 0) {
      finishGradient();
    }
  }

  /** Multiplies what has been gathered into the gradient of the weights. */
  void finishGradient() {
    if (gathered > 0) {
      int slot = lowest % gatheredSteps;
      Matrix.transposedProduct(
          lefts,
          lowest * rows,
          deltas,
          slot * rows,
          gathered * rows,
          weightGradient,
          isFirst ? 0f : 1f);
      gathered = 0;
      isFirst = false;
    }
  }

  /** The gradient of s [RW; W; b] that this block contributes, in C order. */
  float[] weightGradient() {
    float[] gradient = new float[weights.inputs() * weights.columns()];
    weightGradient.read(0, gradient, gradient.length);
    return gradient;
  }

  @Override
  public void close() {
    for (Matrix matrix : new Matrix[] {checkpoints, deltas, back, backToInput, weightGradient}) {
      matrix.close();
    }
  }
}
