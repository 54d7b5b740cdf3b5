package org.mf4j.cells;

import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The leaky-integrator tanh neuron of the echo state network (Jaeger et al., Neural Networks 20,
 * 335, 2007): h' = (1 - a) h + a tanh(v). At a = 1 it is the simple recurrent neuron.
 *
 * @param leakRate a, in (0, 1]
 */
public record LeakyCell(double leakRate) implements RecurrentCell {
  /**
   * The leak rate is in its range.
   *
   * @throws IllegalArgumentException if the leak rate is out of range
   */
  public LeakyCell {
    if (!(leakRate > 0 && leakRate <= 1)) {
      throw new IllegalArgumentException("leakRate = " + leakRate + ": must be in (0, 1]");
    }
  }

  @Override
  public Map<String, double[]> freeConstants() {
    return Map.of();
  }

  @Override
  public CellGraph graph(
      SameDiff sd, Map<String, SDVariable> constants, int neurons, DataType dataType) {
    return new Graph(leakRate);
  }

  @Override
  public CellKernel kernel(Map<String, double[]> constants, int neurons) {
    return new LeakyKernel((float) leakRate, neurons);
  }

  @Override
  public void requireNeurons(int nOut) {
    // The leak rate is shared: it fits every layer.
  }

  @Override
  public String stability(Map<String, double[]> constants) {
    return "a leaky tanh state is bounded by 1, so an input or a weight is not finite";
  }

  private record Graph(double leakRate) implements CellGraph {
    @Override
    public SDVariable scale(SDVariable weights) {
      return weights;
    }

    @Override
    public SDVariable step(SDVariable v, SDVariable h) {
      SDVariable driven = v.getSameDiff().math().tanh(v);
      return leakRate == 1 ? driven : driven.mul(leakRate).add(h.mul(1 - leakRate));
    }
  }
}
