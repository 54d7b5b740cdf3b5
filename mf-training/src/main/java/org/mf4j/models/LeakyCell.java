package org.mf4j.models;

import java.util.Map;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.mf4j.options.Require;

/**
 * The leaky integrator: h(t+1) = (1 - alpha) h(t) + alpha tanh(x(t+1) W + h(t) RW + b).
 *
 * @param leakRate alpha, in (0, 1]; 1 is the plain tanh network
 */
public record LeakyCell(double leakRate) implements Cell {
  /**
   * Validates.
   *
   * @throws IllegalArgumentException if the leak rate is not in (0, 1]
   */
  public LeakyCell {
    Require.fraction("leakRate", leakRate);
  }

  @Override
  public BaseRecurrentLayer layer(int nIn, int units) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<String, Object> describe() {
    return Map.of("leakRate", leakRate);
  }
}
