package org.mf4j.summaries;

import java.io.Serializable;

/**
 * One way to turn the trajectory h(0), ..., h(T-1) of a neuron into numbers. The computation runs
 * along with the steps; its memory is a few numbers per neuron, kept by the caller in arrays that
 * start at zero. To add a summary, write a record that implements this interface: its components
 * (numbers, or arrays of them) are saved with the network.
 */
public interface Summary extends Serializable {
  /** {@return how many features it gives per neuron, at least 1; 1 unless overridden} */
  default int features() {
    return 1;
  }

  /** {@return how many numbers it remembers per neuron; 1 unless overridden} */
  default int memory() {
    return 1;
  }

  /**
   * Whether the length of a series must be known from the start; such a summary cannot follow a
   * stream.
   *
   * @return false unless overridden
   */
  default boolean needsLength() {
    return false;
  }

  /**
   * Checks that a series is long enough.
   *
   * @param length T, the number of steps after the washout
   * @throws IllegalArgumentException if it is not
   */
  default void requireLength(int length) {}

  /**
   * Checks that it can summarise so many neurons.
   *
   * @param neurons N
   * @throws IllegalArgumentException if it was made for another number
   */
  default void requireNeurons(int neurons) {}

  /**
   * Takes the next step.
   *
   * @param step the step
   * @param memory {@link #memory()} arrays, one number per neuron each
   */
  void add(Snapshot step, double[][] memory);

  /**
   * Gives the features of the steps so far; changes nothing, so more steps may follow. A feature
   * that an open series has not reached yet is NaN. Gives what is remembered unless overridden.
   *
   * @param last the last step
   * @param memory as {@link #add} left it
   * @param features takes {@link #features()} arrays, one number per neuron each
   */
  default void finish(Snapshot last, double[][] memory, double[][] features) {
    for (int i = 0; i < features.length; i++) {
      System.arraycopy(memory[i], last.from(), features[i], last.from(), last.to() - last.from());
    }
  }

  /**
   * The adjoint: adds the gradients of the states that this step contributes. Called for every step
   * in ascending order.
   *
   * @param step the step, its length known
   * @param memory as the last {@link #add} left it
   * @param gradient dL/d features, as many arrays as features; the summary may use them up
   * @param dH takes dL/dh(t)
   * @param dBefore takes dL/dh(t-1); without meaning at t = 0
   */
  void adjoint(
      Snapshot step, double[][] memory, double[][] gradient, double[] dH, double[] dBefore);
}
