package org.mf4j.models;

import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.mf4j.options.Require;

/**
 * The memristive cell, [APL] eqs. (8)-(12).
 *
 * @param gamma stabiliser, in (0, 1]
 * @param slope s of RESCALE, eq. (8); above 0
 * @param deltaT step of the Euler scheme, above 0
 */
public record MemristiveSettings(double gamma, double slope, double deltaT)
    implements CellSettings {
  /**
   * Validates.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public MemristiveSettings {
    Require.fraction("gamma", gamma);
    Require.positive("slope", slope);
    Require.positive("deltaT", deltaT);
  }

  @Override
  public BaseRecurrentLayer layer(int nIn, int units) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<String, Object> describe() {
    Map<String, Object> constants = new LinkedHashMap<>();
    constants.put("gamma", gamma);
    constants.put("slope", slope);
    constants.put("deltaT", deltaT);
    return constants;
  }
}
