package org.mf4j.engine.fused;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The arrays of a block of series and the products over them. Two floats per neuron, series and
 * step while training: the state before the step, and one entry that holds in turn the projected
 * input, what the adjoint needs, and dL/dv.
 */
final class BlockMemory implements AutoCloseable {
  private final BlockShape shape;
  private final int neurons;
  private final Matrix input;
  private final Matrix drive;
  private final Matrix states;
  private final Matrix left;
  private final Matrix right;
  private final Gemm projectInput;
  private final Gemm recurrent;
  private final List<Gemm> backward = new ArrayList<>();
  private final Matrix inputWeightGradient;
  private final Matrix recurrentWeightGradient;
  private final Matrix inputGradient;

  BlockMemory(BlockShape shape, FusedWeights weights) {
    this.shape = shape;
    this.neurons = (int) weights.recurrent().size(0);
    long stepRows = (long) shape.steps() * shape.rows();
    boolean training = shape.training();
    this.input = Matrix.allocate(stepRows, shape.channels() + 1);
    this.drive = Matrix.allocate(stepRows, neurons);
    this.states = training ? Matrix.allocate(stepRows, neurons) : null;
    this.left = Matrix.allocate(shape.rows(), neurons);
    this.right = Matrix.allocate(shape.rows(), neurons);
    this.projectInput = new Gemm(input.array(), false, weights.input(), false, drive.array());
    this.recurrent = new Gemm(left.array(), false, weights.recurrent(), false, right.array());
    this.inputWeightGradient = training ? Matrix.allocate(shape.channels() + 1, neurons) : null;
    this.recurrentWeightGradient = training ? Matrix.allocate(neurons, neurons) : null;
    this.inputGradient = training ? Matrix.allocate(stepRows, shape.channels()) : null;
    if (training) {
      prepareBackward(weights);
    }
  }

  private void prepareBackward(FusedWeights weights) {
    INDArray w =
        weights.input().get(NDArrayIndex.interval(0, shape.channels()), NDArrayIndex.all());
    INDArray dv = drive.array();
    backward.add(new Gemm(left.array(), false, weights.recurrent(), true, right.array()));
    backward.add(new Gemm(input.array(), true, dv, false, inputWeightGradient.array()));
    backward.add(new Gemm(states.array(), true, dv, false, recurrentWeightGradient.array()));
    backward.add(new Gemm(dv, false, w, true, inputGradient.array()));
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
    return shape.channels();
  }

  int neurons() {
    return neurons;
  }

  /** {@return rows times neurons: the length of the arrays of one step} */
  int entries() {
    return shape.rows() * neurons;
  }

  void loadInput(int t, float[] withOnes) {
    input.write(t * shape.rows(), withOnes, withOnes.length);
  }

  /** s (x W + b) of all steps in one product. */
  void projectInput() {
    projectInput.run();
  }

  void drive(int t, float[] into) {
    drive.read(t * shape.rows(), into, entries());
  }

  /** into = s h RW. */
  void product(float[] h, float[] into) {
    left.write(0, h, entries());
    recurrent.run();
    right.read(0, into, entries());
  }

  /** into = dv (s RW)^T. */
  void productTransposed(float[] dv, float[] into) {
    left.write(0, dv, entries());
    backward.get(0).run();
    right.read(0, into, entries());
  }

  void saveState(int t, float[] h) {
    if (states != null) {
      states.write(t * shape.rows(), h, entries());
    }
  }

  void state(int t, float[] into) {
    states.read(t * shape.rows(), into, entries());
  }

  void saveStep(int t, float[] values) {
    if (states != null) {
      drive.write(t * shape.rows(), values, entries());
    }
  }

  void step(int t, float[] into) {
    drive.read(t * shape.rows(), into, entries());
  }

  /** The gradients of the scaled weights and of the input, each one product over all steps. */
  void finishBackward() {
    for (Gemm product : backward.subList(1, backward.size())) {
      product.run();
    }
  }

  INDArray inputWeightGradient() {
    return inputWeightGradient.array();
  }

  INDArray recurrentWeightGradient() {
    return recurrentWeightGradient.array();
  }

  /** Copies dL/dx of this block into {@code [T,B,nIn]}. */
  void storeInputGradient(Block block, Matrix all) {
    float[] values = new float[shape.rows() * shape.channels()];
    for (int t = 0; t < shape.steps(); t++) {
      inputGradient.read(t * shape.rows(), values, values.length);
      all.write(t * block.batch() + block.start(), values, values.length);
    }
  }

  @Override
  public void close() {
    projectInput.close();
    recurrent.close();
    backward.forEach(Gemm::close);
    for (Matrix matrix :
        new Matrix[] {
          input,
          drive,
          states,
          left,
          right,
          inputWeightGradient,
          recurrentWeightGradient,
          inputGradient
        }) {
      if (matrix != null) {
        matrix.close();
      }
    }
  }
}
