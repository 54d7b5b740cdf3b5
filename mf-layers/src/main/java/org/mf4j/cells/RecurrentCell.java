package org.mf4j.cells;

import java.util.Map;
import java.util.Optional;
import org.mf4j.dynamics.stochastic.DeviceNoise;
import org.mf4j.dynamics.stochastic.StepDraws;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * One kind of recurrent neuron. A neuron has k pre-activations and m states. The pre-activations of
 * all N neurons are v = s * (x W + h RW + b), where W, RW and b have k N columns - all first
 * pre-activations, all second ones ... -, s is a fixed or learned factor per column and h {@code
 * [B,N]} are the first states, which alone are emitted and fed back. The step is h' = f(v, h) of
 * all states; a cell defines f twice, as a graph (the definition, differentiated by SameDiff) and
 * as a kernel (f and its adjoint on arrays).
 */
public interface RecurrentCell {
  /** {@return k, how many pre-activations a neuron has: a drive, gates ...; 1 for most} */
  default int preActivations() {
    return 1;
  }

  /** {@return m, how many states a neuron has, the emitted one included; 1 for most} */
  default int states() {
    return 1;
  }

  /**
   * The learned constants besides W, RW and b.
   *
   * @return name of the parameter to its initial free values (one, or one per neuron), in the order
   *     of the parameters
   */
  Map<String, double[]> freeConstants();

  /**
   * The step as SameDiff operations.
   *
   * @param sd the graph to extend
   * @param constants the learned constants: name to free values {@code [1,1]} or {@code [1,N]}
   * @param neurons N
   * @param dataType FLOAT or DOUBLE
   * @return the step, with everything that does not depend on time already in the graph
   */
  CellGraph graph(SameDiff sd, Map<String, SDVariable> constants, int neurons, DataType dataType);

  /**
   * The step on float arrays.
   *
   * @param constants the learned constants: name to free values
   * @param neurons N
   * @return the kernel
   */
  CellKernel kernel(Map<String, double[]> constants, int neurons);

  /** {@return what chance adds to a step; nothing in most cells} */
  default DeviceNoise noise() {
    return DeviceNoise.none();
  }

  /**
   * The draws of {@link #noise()}, which an engine hands to {@link CellGraph}. A kernel draws by
   * itself.
   *
   * @param constants the learned constants: name to free values
   * @param neurons N
   * @return the draws; empty where chance adds nothing
   */
  default Optional<StepDraws> draws(Map<String, double[]> constants, int neurons) {
    return Optional.empty();
  }

  /**
   * Checks that the cell fits a layer.
   *
   * @param nOut the number of neurons of the layer
   * @throws IllegalArgumentException if a constant is per neuron and has another number of values
   */
  void requireNeurons(int nOut);

  /**
   * What to say when states stop being finite.
   *
   * @param constants the learned constants: name to free values
   * @return one sentence on the stability of this cell with these constants
   */
  String stability(Map<String, double[]> constants);
}
