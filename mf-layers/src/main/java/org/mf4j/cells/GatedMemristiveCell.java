package org.mf4j.cells;

import java.util.Map;
import java.util.Optional;
import org.mf4j.dynamics.StepCoefficients;
import org.mf4j.dynamics.stochastic.DeviceNoise;
import org.mf4j.dynamics.stochastic.StepDraws;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The memristive neuron with gates on its rates: three pre-activations u, w_p, w_d and one state.
 *
 * <pre>
 *   z  = (b_ - a_) / (1 + exp(-s u)) + a_                          (8),(9)
 *   a_p = 1/(1 + exp(-w_p)),   a_d = 1/(1 + exp(-w_d))
 *   h' = deltaT (a_p K_p(z) - (a_p K_p(z) + a_d K_d(z)) h) + gamma h
 * </pre>
 *
 * or the exact step of the same equation. What it means, and why [0, 1] stays invariant where it is
 * without gates, stands with {@link org.mf4j.dynamics.GatedStep}. Columns of W, RW and b: the
 * drives u of all neurons, then all w_p, then all w_d.
 *
 * @param memristor the neuron at open gates; its drive is rescaled
 */
public record GatedMemristiveCell(MemristiveCell memristor) implements RecurrentCell {
  /**
   * The drive of the memristor is rescaled, so that its rates are bounded.
   *
   * @throws IllegalArgumentException if the drive is u itself
   */
  public GatedMemristiveCell {
    if (!memristor.dynamics().drive().isRescaled()) {
      throw new IllegalArgumentException(
          "drive = UNSCALED: a gated memristor needs bounded rates; give a rescale interval");
    }
  }

  @Override
  public int preActivations() {
    return 3;
  }

  @Override
  public Map<String, double[]> freeConstants() {
    return memristor.freeConstants();
  }

  @Override
  public CellGraph graph(
      SameDiff sd, Map<String, SDVariable> constants, int neurons, DataType dataType) {
    return new MemristiveGraph(
        new GraphConstants(sd, memristor, constants, neurons, dataType), memristor, true);
  }

  @Override
  public CellKernel kernel(Map<String, double[]> constants, int neurons) {
    var current = memristor.learned(constants);
    return new MemristiveKernel(
        memristor, current, StepCoefficients.of(current, neurons), neurons, true);
  }

  @Override
  public DeviceNoise noise() {
    return memristor.noise();
  }

  @Override
  public Optional<StepDraws> draws(Map<String, double[]> constants, int neurons) {
    return memristor.draws(constants, neurons);
  }

  @Override
  public void requireNeurons(int nOut) {
    memristor.requireNeurons(nOut);
  }

  @Override
  public String stability(Map<String, double[]> constants) {
    return memristor.stability(constants);
  }
}
