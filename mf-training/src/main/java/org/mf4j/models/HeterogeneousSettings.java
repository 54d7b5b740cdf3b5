package org.mf4j.models;

import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.mf4j.random.SeededRandom;
import org.mf4j.reservoir.devices.Distribution;
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

  /**
   * {@inheritDoc}
   *
   * <p>Of Table II only what differs from it is named.
   */
  @Override
  public Map<String, Object> describe() {
    Map<String, Object> constants = new LinkedHashMap<>();
    constants.put("gamma", devices.gamma().describe());
    constants.put("slope", devices.slope().describe());
    constants.put("deltaT", devices.deltaT().describe());
    HeterogeneousDevices paper =
        new HeterogeneousDevices(devices.deltaT(), devices.gamma(), devices.slope());
    putIfOther(constants, "kp0", devices.kp0(), paper.kp0());
    putIfOther(constants, "kd0", devices.kd0(), paper.kd0());
    putIfOther(constants, "etaP", devices.etaP(), paper.etaP());
    putIfOther(constants, "etaD", devices.etaD(), paper.etaD());
    if (!devices.drive().equals(paper.drive())) {
      constants.put("drive", devices.drive().toString());
    }
    return constants;
  }

  private static void putIfOther(
      Map<String, Object> constants, String name, Distribution value, Distribution usual) {
    if (!value.equals(usual)) {
      constants.put(name, value.describe());
    }
  }
}
