package org.mf4j.engine.fused;

import java.util.Arrays;
import java.util.Optional;

/** [h x 1] s [RW; W; b]: the pre-activations of a block of series. */
interface Product extends AutoCloseable {
  /**
   * Multiplies.
   *
   * @param t the step
   * @param state its first plane is h, {@code rows * N} entries
   * @param x {@code rows * nIn} entries
   * @param preActivation takes k planes of {@code rows * N} entries
   */
  void run(int t, float[] state, float[] x, float[] preActivation);

  @Override
  void close();

  /**
   * By the BLAS library.
   *
   * @param weights s [RW; W; b]
   * @param rows series
   * @param lefts takes [h x] of one step after the other and begins anew when it is full; the
   *     backward pass may want them. Its last column is 1 and stays so
   * @param right for the result
   */
  record OfLibrary(FusedWeights weights, int rows, Matrix lefts, Matrix right) implements Product {
    @Override
    public void run(int t, float[] state, float[] x, float[] preActivation) {
      int row = (int) ((long) t * rows % lefts.rows());
      lefts.write(row, rows, state, weights.neurons(), 0);
      lefts.write(row, rows, x, weights.channels(), weights.neurons());
      Matrix.product(lefts, row, rows, weights.stacked(), right);
      right.readPlanes(0, rows, preActivation, weights.preActivations());
    }

    @Override
    public void close() {
      lefts.close();
      right.close();
    }
  }

  /** In a Java loop: for one or two series faster than the call of a library. */
  record OfLoop(FusedWeights weights, int rows) implements Product {
    @Override
    public void run(int t, float[] state, float[] x, float[] preActivation) {
      Arrays.fill(preActivation, 0f);
      weights.addRecurrence(state, rows, preActivation);
      weights.addInput(x, rows, preActivation);
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }

  /** By the few entries of RW, and of W, that are not 0; a W of many in a Java loop, like b. */
  record OfSparse(
      FusedWeights weights, int rows, SparseRecurrence recurrence, Optional<SparseRecurrence> input)
      implements Product {
    @Override
    public void run(int t, float[] state, float[] x, float[] preActivation) {
      Arrays.fill(preActivation, 0f);
      if (input.isPresent()) {
        input.get().addProduct(x, rows, preActivation);
        weights.addBias(rows, preActivation);
      } else {
        weights.addInput(x, rows, preActivation);
      }
      recurrence.addProduct(state, rows, preActivation);
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
