package org.mf4j.models;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mf4j.options.Require;
import org.mf4j.reservoir.ReservoirOptions;

/**
 * Reservoir computing: the recurrent weights are drawn and stay, the readout is solved by ridge
 * regression.
 *
 * @param reservoir how the weights are drawn
 * @param lambda the penalty of the ridge regression, 0 or above; the papers use 1
 */
public record ReservoirLearning(ReservoirOptions reservoir, double lambda) implements Learning {
  /**
   * Validates.
   *
   * @throws IllegalArgumentException if lambda is negative or not finite
   */
  public ReservoirLearning {
    Require.nonNegative("lambda", lambda);
  }

  @Override
  public Map<String, Object> describe() {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("inputScaling", reservoir.inputScaling());
    options.put("biasScaling", reservoir.biasScaling());
    options.put("spectralRadius", reservoir.spectralRadius());
    options.put("scaling", reservoir.scaling().name());
    options.put("lambda", lambda);
    return options;
  }
}
