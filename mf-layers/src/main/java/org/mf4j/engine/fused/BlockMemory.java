package org.mf4j.engine.fused;

import java.util.Optional;
import org.mf4j.cells.StepBlock;
import org.mf4j.cells.StepKernel;

/** What a block of series needs to go forward; {@link BlockTape} adds what the way back needs. */
final class BlockMemory implements AutoCloseable {
  /** Up to so many series a Java loop beats the call of a library. */
  private static final int ROWS_OF_LOOP = 2;

  private final BlockShape shape;
  private final FusedWeights weights;
  private final Product product;
  private final BlockTape tape;
  private final BlockForward forward;
  private final BlockBackward backward;
  private StepKernel kernel;
  private StepBlock step;

  BlockMemory(BlockShape shape, FusedWeights weights) {
    this.shape = shape;
    this.weights = weights;
    if (!shape.training() && shape.rows() <= ROWS_OF_LOOP) {
      this.product = new Product.OfLoop(weights);
      this.tape = null;
    } else {
      int steps = Math.max(1, shape.tapeSteps());
      Matrix lefts = Matrix.allocate((long) steps * shape.rows(), weights.inputs());
      lefts.fill(weights.inputs() - 1, 1f);
      Matrix right = Matrix.allocate(shape.rows(), weights.neurons());
      this.product = new Product.OfLibrary(weights, shape.rows(), lefts, right);
      this.tape = shape.training() ? new BlockTape(shape, weights, lefts) : null;
    }
    this.forward = new BlockForward(this);
    this.backward = shape.training() ? new BlockBackward(this) : null;
  }

  BlockShape shape() {
    return shape;
  }

  int rows() {
    return shape.rows();
  }

  int steps() {
    return shape.steps();
  }

  int channels() {
    return weights.channels();
  }

  /** {@return the length of the arrays of one step} */
  int entries() {
    return shape.rows() * weights.neurons();
  }

  /** {@return the product for the weights as they are now} */
  Product product() {
    // Weights that are trained do not stay sparse.
    Optional<SparseRecurrence> sparse =
        shape.training() ? Optional.empty() : weights.sparseRecurrence();
    return sparse.<Product>map(rw -> new Product.OfSparse(weights, rw)).orElse(product);
  }

  /** {@return what is kept for the way back; null if the run is not for training} */
  BlockTape tape() {
    return tape;
  }

  /** {@return the way forward} */
  BlockForward forward() {
    return forward;
  }

  /** {@return the way back; null if the run is not for training} */
  BlockBackward backward() {
    return backward;
  }

  /** The step of the kernel for this block; kept while nothing is summed in it. */
  StepBlock step(StepKernel current) {
    if (step == null || kernel != current || step.sums().length > 0) {
      kernel = current;
      step = current.block(shape.rows());
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
}
