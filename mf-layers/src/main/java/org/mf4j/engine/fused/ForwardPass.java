package org.mf4j.engine.fused;

import java.util.Arrays;
import java.util.Optional;
import org.mf4j.cells.StepKernel;
import org.mf4j.engine.SeriesNumbers;
import org.mf4j.engine.StateObserver;

/**
 * A block of series through the steps, first all of them, later perhaps some of them again. Keeps
 * its scratch arrays from batch to batch: new ones would be cleared, and not in the cache.
 */
final class ForwardPass {
  private final BlockShape shape;
  private final FusedWeights weights;
  private final Product product;
  private final Tape tape;
  private final float[] state;
  private final float[] before;
  private final float[] untaped;
  private final float[] x;

  /**
   * A block of series of one batch, and what steps it.
   *
   * @param block the series
   * @param step the cell's step for as many series
   * @param input x of the whole batch; used by the thread at work on the block
   * @param place number of the batch's first series and step
   */
  record Task(Block block, StepKernel step, TimeSlices input, SeriesNumbers.Place place) {
    /** The cell's step, ready for step t of this block. */
    StepKernel at(int t) {
      step.moveTo(place.series() + block.start(), place.step() + t);
      return step;
    }
  }

  /**
   * Allocates what is needed for blocks of this shape.
   *
   * @param tape null without a backward pass
   */
  ForwardPass(BlockShape shape, FusedWeights weights, Product product, Tape tape) {
    this.shape = shape;
    this.weights = weights;
    this.product = product;
    this.tape = tape;
    int states = shape.states() * shape.rows() * weights.neurons();
    this.state = new float[states];
    this.before = new float[states];
    this.untaped = new float[tape == null ? shape.rows() * weights.columns() : 0];
    this.x = new float[shape.rows() * weights.channels()];
  }

  /**
   * Steps the block through the whole series.
   *
   * @param observer sees the state after every step
   * @return whether all states are finite at the end
   */
  boolean run(Task task, Matrix initial, StateObserver.OfSeries observer, Matrix last) {
    Product current = product();
    int start = task.block().start();
    initial.readPlanes(start, shape.rows(), state, shape.states());
    for (int t = 0; t < shape.steps(); t++) {
      if (tape != null) {
        tape.writeCheckpoint(t, state);
      }
      advance(task, current, t);
      observer.step(t, state, 0);
    }
    observer.end();
    last.writePlanes(start, shape.rows(), state, shape.states());
    return isFinite(state);
  }

  /** {@return the product for the weights as they are now} */
  private Product product() {
    // Weights that are trained do not stay sparse.
    Optional<SparseRecurrence> sparse =
        shape.training() ? Optional.empty() : weights.sparseRecurrence();
    return sparse
        .<Product>map(rw -> new Product.OfSparse(weights, shape.rows(), rw, weights.sparseInput()))
        .orElse(product);
  }

  /** Fills the tape with one segment again, from its checkpoint. */
  void replay(Task task, int segment) {
    tape.readCheckpoint(segment, state);
    int end = Math.min(shape.steps(), (segment + 1) * shape.tapeSteps());
    for (int t = segment * shape.tapeSteps(); t < end; t++) {
      advance(task, product, t);
    }
  }

  private void advance(Task task, Product current, int t) {
    Block block = task.block();
    if (!task.input().read(t, block.start(), shape.rows(), x)) {
      Arrays.fill(x, 0f);
    }
    float[] preActivation = untaped;
    if (tape != null) {
      preActivation = tape.saved(t);
      tape.writeInnerStates(t, state);
    }
    current.run(t, state, x, preActivation);
    boolean masked = block.isMasked(t);
    if (masked) {
      System.arraycopy(state, 0, before, 0, state.length);
    }
    task.at(t).forward(preActivation, state);
    if (masked) {
      block.copyMasked(t, before, state, weights.neurons());
    }
  }

  /** 0 * x is 0 for every finite x only. */
  private static boolean isFinite(float[] values) {
    float sum = 0f;
    for (float value : values) {
      sum += 0f * value;
    }
    return sum == 0f;
  }
}
