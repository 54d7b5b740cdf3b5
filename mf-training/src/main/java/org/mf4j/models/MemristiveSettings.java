package org.mf4j.models;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.NeuronValues;
import org.mf4j.layers.MemristiveRnn;
import org.mf4j.random.SeededRandom;

/**
 * The memristive cell, [APL] eqs. (8)-(12).
 *
 * @param dynamics the constants of its neurons
 */
public record MemristiveSettings(MemristiveDynamics dynamics) implements CellSettings {
  /**
   * The papers' constants (Table II) with the three that they select per task.
   *
   * @param gamma stabiliser, in (0, 1]
   * @param slope s of RESCALE, eq. (8); above 0
   * @param deltaT step of the Euler scheme, above 0
   * @throws IllegalArgumentException if a number is out of its range
   */
  public MemristiveSettings(double gamma, double slope, double deltaT) {
    this(MemristiveDynamics.paper().withGamma(gamma).withSlope(slope).withDeltaT(deltaT));
  }

  @Override
  public BaseRecurrentLayer layer(int nIn, int units, SeededRandom random) {
    return new MemristiveRnn.Builder().nIn(nIn).nOut(units).dynamics(dynamics).build();
  }

  /**
   * {@inheritDoc}
   *
   * <p>Table II is the same in all papers, so of its constants only those that differ are named.
   */
  @Override
  public Map<String, Object> describe() {
    Map<String, Object> constants = new LinkedHashMap<>();
    constants.put("gamma", value(dynamics.gamma()));
    constants.put("slope", value(dynamics.slope()));
    constants.put("deltaT", value(dynamics.deltaT()));
    MemristiveDynamics paper = MemristiveDynamics.paper();
    putIfOther(constants, "kp0", dynamics.kp0(), paper.kp0());
    putIfOther(constants, "kd0", dynamics.kd0(), paper.kd0());
    putIfOther(constants, "etaP", dynamics.etaP(), paper.etaP());
    putIfOther(constants, "etaD", dynamics.etaD(), paper.etaD());
    if (!dynamics.drive().equals(paper.drive())) {
      constants.put("drive", dynamics.drive().toString());
    }
    return constants;
  }

  private static Object value(NeuronValues values) {
    return values.size() == 1
        ? (Object) values.at(0)
        : Arrays.stream(values.toArray()).boxed().toList();
  }

  private static void putIfOther(
      Map<String, Object> constants, String name, NeuronValues values, NeuronValues usual) {
    if (!values.equals(usual)) {
      constants.put(name, value(values));
    }
  }
}
