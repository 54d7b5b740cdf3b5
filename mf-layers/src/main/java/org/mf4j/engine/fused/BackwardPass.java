package org.mf4j.engine.fused;

import java.util.Arrays;
import java.util.Optional;
import org.mf4j.cells.StepKernel;
import org.mf4j.engine.SequenceGradients;
import org.mf4j.engine.StateGradients;

/**
 * The adjoint of {@link ForwardPass}: a block of series back through all steps. Keeps its scratch
 * arrays too.
 */
final class BackwardPass {
  private final BlockShape shape;
  private final int neurons;
  private final ForwardPass forward;
  private final Tape tape;
  private final float[] delta;
  private final float[] carried;
  private final float[] epsilonOfStep;
  private final float[] state;
  private final float[] back;
  private final float[] x;

  /**
   * Where the gradients of a batch come from, and where they go. For one thread.
   *
   * @param epsilon dL/d activations, if any
   * @param last dL/d last states {@code [B,m N]}, if any
   * @param initial takes dL/dh(0) {@code [B,m N]}
   * @param input takes dL/dx {@code [T,B,nIn]}
   */
  record Ends(Optional<TimeSlices> epsilon, Optional<Matrix> last, Matrix initial, Matrix input) {

    static Ends of(StateGradients from, SequenceGradients to) {
      return new Ends(
          from.activations().map(TimeSlices::of),
          from.lastState().map(Matrix::overRows),
          Matrix.over(to.initialState()),
          Matrix.over(to.input()));
    }

    Ends forThread() {
      return new Ends(epsilon.map(TimeSlices::forThread), last, initial, input);
    }
  }

  BackwardPass(BlockShape shape, FusedWeights weights, ForwardPass forward, Tape tape) {
    this.shape = shape;
    this.neurons = weights.neurons();
    this.forward = forward;
    this.tape = tape;
    int plane = shape.rows() * neurons;
    this.delta = new float[shape.states() * plane];
    this.carried = new float[shape.states() * plane];
    this.epsilonOfStep = new float[plane];
    this.state = new float[shape.states() * plane];
    this.back = new float[plane];
    this.x = new float[shape.rows() * weights.channels()];
  }

  /** Leaves the gradient of the weights on the tape. */
  void run(ForwardPass.Task task, Ends ends, int steps) {
    Block block = task.block();
    start(block, ends);
    int onTape = tape.segment(shape.steps() - 1);
    int end = shape.steps() - steps;
    for (int t = shape.steps() - 1; t >= end; t--) {
      if (tape.segment(t) != onTape) {
        onTape = tape.segment(t);
        forward.replay(task, onTape);
      }
      boolean masked = block.isMasked(t);
      if (ends.epsilon().isPresent()) {
        addEpsilon(ends.epsilon().get(), block, t, masked);
      }
      // Where a step is masked the state passes unchanged, and so does its gradient.
      if (masked) {
        System.arraycopy(delta, 0, carried, 0, delta.length);
        block.clearMasked(t, delta, neurons);
        // Rates that overflow there, for input that counts for nothing, would make 0 a NaN.
        block.clearMasked(t, tape.saved(t), neurons);
      }
      stepBack(task.at(t), t);
      if (masked) {
        block.copyMasked(t, carried, delta, neurons);
      }
      ends.input().write(t * block.batch() + block.start(), x, x.length);
    }
    cutOff(block, end, ends.input());
    ends.initial().writePlanes(block.start(), shape.rows(), delta, shape.states());
    tape.finishGradient();
  }

  private void start(Block block, Ends ends) {
    tape.startGradient();
    if (ends.last().isPresent()) {
      ends.last().get().readPlanes(block.start(), shape.rows(), delta, shape.states());
    } else {
      Arrays.fill(delta, 0f);
    }
  }

  private void stepBack(StepKernel step, int t) {
    tape.readState(t, state);
    step.adjoint(tape.saved(t), state, delta);
    tape.multiplyBack(t, back, x);
    add(back, delta);
  }

  /** Adds to the first plane: the state that the pre-activations and the layers above see. */
  private static void add(float[] terms, float[] sum) {
    for (int i = 0; i < terms.length; i++) {
      sum[i] += terms[i];
    }
  }

  /** Before the steps that truncated BPTT goes back, every gradient is 0. */
  private void cutOff(Block block, int end, Matrix input) {
    if (end == 0) {
      return;
    }
    Arrays.fill(x, 0f);
    Arrays.fill(delta, 0f);
    for (int t = 0; t < end; t++) {
      input.write(t * block.batch() + block.start(), x, x.length);
    }
  }

  private void addEpsilon(TimeSlices epsilon, Block block, int t, boolean masked) {
    if (!epsilon.read(t, block.start(), shape.rows(), epsilonOfStep)) {
      return;
    }
    if (masked) {
      block.clearMasked(t, epsilonOfStep, neurons);
    }
    add(epsilonOfStep, delta);
  }
}
