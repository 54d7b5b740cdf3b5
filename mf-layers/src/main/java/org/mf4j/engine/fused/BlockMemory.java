package org.mf4j.engine.fused;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.mf4j.cells.CellKernel;
import org.mf4j.cells.StepKernel;

/** What takes a block of series through a cell, kept from batch to batch: its passes and step. */
final class BlockMemory implements AutoCloseable {
  /** Up to so many series a Java loop beats the call of a library. */
  private static final int ROWS_OF_LOOP = 2;

  private final BlockShape shape;
  private final Product product;
  private final Tape tape;
  private final ForwardPass forward;
  private final BackwardPass backward;
  private CellKernel kernel;
  private StepKernel step;

  private BlockMemory(BlockShape shape, FusedWeights weights) {
    this.shape = shape;
    if (!shape.training() && shape.rows() <= ROWS_OF_LOOP) {
      this.product = new Product.OfLoop(weights, shape.rows());
      this.tape = null;
    } else {
      int steps = Math.max(1, shape.tapeSteps());
      Matrix lefts = Matrix.allocate((long) steps * shape.rows(), weights.inputs());
      lefts.fill(weights.inputs() - 1, 1f);
      Matrix right = Matrix.allocate(shape.rows(), weights.columns());
      this.product = new Product.OfLibrary(weights, shape.rows(), lefts, right);
      this.tape = shape.training() ? new Tape(shape, weights, lefts) : null;
    }
    this.forward = new ForwardPass(shape, weights, product, tape);
    this.backward = shape.training() ? new BackwardPass(shape, weights, forward, tape) : null;
  }

  /** {@return what is kept for the backward pass; null if the run is not for training} */
  Tape tape() {
    return tape;
  }

  /** {@return the forward pass} */
  ForwardPass forward() {
    return forward;
  }

  /** {@return the backward pass; null if the run is not for training} */
  BackwardPass backward() {
    return backward;
  }

  /** The step of the kernel for this block; kept while nothing is summed in it. */
  StepKernel step(CellKernel current) {
    if (step == null || kernel != current || step.sums().length > 0) {
      kernel = current;
      step = current.step(shape.rows());
    }
    return step;
  }

  @Override
  public void close() {
    product.close();
    if (tape != null) {
      tape.close();
    }
  }

  /** Keeps memories from call to call; what no longer fits is given back. */
  static final class Pool {
    private final FusedWeights weights;
    private final Deque<BlockMemory> free = new ArrayDeque<>();

    Pool(FusedWeights weights) {
      this.weights = weights;
    }

    /** Takes memory of this shape out of the pool, or allocates it. */
    BlockMemory take(BlockShape shape) {
      synchronized (free) {
        for (Iterator<BlockMemory> all = free.iterator(); all.hasNext(); ) {
          BlockMemory memory = all.next();
          if (memory.shape.equals(shape)) {
            all.remove();
            return memory;
          }
        }
      }
      return new BlockMemory(shape, weights);
    }

    void giveBack(BlockMemory memory) {
      synchronized (free) {
        free.addFirst(memory);
      }
    }

    /** Frees what other lengths or modes left here. */
    void keepOnly(int steps, int tapeSteps) {
      synchronized (free) {
        for (Iterator<BlockMemory> all = free.iterator(); all.hasNext(); ) {
          BlockMemory memory = all.next();
          if (memory.shape.steps() != steps || memory.shape.tapeSteps() != tapeSteps) {
            all.remove();
            memory.close();
          }
        }
      }
    }
  }
}
