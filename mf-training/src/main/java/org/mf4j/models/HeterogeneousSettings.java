package org.mf4j.models;

import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.mf4j.random.SeededRandom;
import org.mf4j.reservoir.devices.HeterogeneousDevices;

/**
 * The memristive cell, [APL] eqs. (8)-(12), with neurons that differ from one another.
 *
 * @param devices the distributions of their constants
 */
public record HeterogeneousSettings(HeterogeneousDevices devices) implements CellSettings {
  @Override
  public BaseRecurrentLayer layer(int nIn, int units, SeededRandom random) {
    return new MemristiveSettings(devices.draw(units, random)).layer(nIn, units, random);
  }

  @Override
  public Map<String, Object> describe() {
    Map<String, Object> constants = new LinkedHashMap<>();
    constants.put("gamma", devices.gamma().describe());
    constants.put("slope", devices.slope().describe());
    constants.put("deltaT", devices.deltaT().describe());
    return constants;
  }
}
