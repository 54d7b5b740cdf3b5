package org.mf4j.cells;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.dynamics.StepCoefficients;
import org.mf4j.dynamics.TheoremV6;
import org.mf4j.dynamics.stochastic.DeviceNoise;
import org.mf4j.dynamics.stochastic.StepDraws;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The memristive neuron. Eqs. (8)-(12) of Pistolesi et al., APL Mach. Learn. 3, 016117 (2025): with
 * u = x W + h RW + b
 *
 * <pre>
 *   z  = (b_ - a_) / (1 + exp(-s u)) + a_      (8),(9)  RESCALE
 *   q  = (K_p(z) + K_d(z)) * h                 (10)
 *   r  = K_p(z) - q                            (11)
 *   h' = deltaT r + gamma h                    (12)
 *   K_p(z) = K_p0 exp(eta_p z),  K_d(z) = K_d0 exp(-eta_d z)
 * </pre>
 *
 * to which {@link DeviceNoise} adds sigma sqrt(deltaT) s xi + B s A; see {@code
 * org.mf4j.dynamics.stochastic.StochasticStep}.
 *
 * @param dynamics the constants
 * @param integration the papers' Euler step, or the exact one
 * @param trained the constants that are learned; they start at the values of {@code dynamics}
 * @param noise what chance adds to every step
 */
public record MemristiveCell(
    MemristiveDynamics dynamics,
    Integration integration,
    Set<PhysicalConstant> trained,
    DeviceNoise noise)
    implements RecurrentCell {

  /**
   * Without noise.
   *
   * @param dynamics as above
   * @param integration as above
   * @param trained as above
   * @throws IllegalArgumentException if the slope of an absent RESCALE is to be learned
   */
  public MemristiveCell(
      MemristiveDynamics dynamics, Integration integration, Set<PhysicalConstant> trained) {
    this(dynamics, integration, trained, DeviceNoise.none());
  }

  /**
   * Takes an unmodifiable copy of the set, in the order of the enum.
   *
   * @throws IllegalArgumentException if the slope of an absent RESCALE is to be learned, or a jump
   *     has a probability above 1
   */
  public MemristiveCell {
    if (trained.contains(PhysicalConstant.SLOPE) && !dynamics.drive().isRescaled()) {
      throw new IllegalArgumentException(
          "trained = slope: without RESCALE there is no slope to learn; give a rescale interval");
    }
    EnumSet<PhysicalConstant> ordered = EnumSet.noneOf(PhysicalConstant.class);
    ordered.addAll(trained);
    trained = Collections.unmodifiableSet(ordered);
    noise.requireStep(dynamics.deltaT());
  }

  @Override
  public Map<String, double[]> freeConstants() {
    Map<String, double[]> free = new LinkedHashMap<>();
    for (PhysicalConstant constant : trained) {
      free.put(constant.key(), dynamics.get(constant).map(constant::toFree));
    }
    return free;
  }

  /**
   * The constants with their learned values.
   *
   * @param free name of a learned constant to its free values
   * @return the dynamics at these values
   */
  public MemristiveDynamics learned(Map<String, double[]> free) {
    MemristiveDynamics current = dynamics;
    for (PhysicalConstant constant : trained) {
      double[] values = free.get(constant.key());
      current = current.with(constant, Arrays.stream(values).map(constant::fromFree).toArray());
    }
    return current;
  }

  @Override
  public CellGraph graph(
      SameDiff sd, Map<String, SDVariable> constants, int neurons, DataType dataType) {
    return new MemristiveGraph(
        new GraphConstants(sd, this, constants, neurons, dataType), this, false);
  }

  @Override
  public CellKernel kernel(Map<String, double[]> constants, int neurons) {
    MemristiveDynamics current = learned(constants);
    return new MemristiveKernel(
        this, current, StepCoefficients.of(current, neurons), neurons, false);
  }

  @Override
  public Optional<StepDraws> draws(Map<String, double[]> constants, int neurons) {
    return noise.isNone()
        ? Optional.empty()
        : Optional.of(new StepDraws(noise, learned(constants).deltaT(), neurons));
  }

  @Override
  public void requireNeurons(int nOut) {
    dynamics.requireNeurons(nOut);
    noise.requireNeurons(nOut);
  }

  @Override
  public String stability(Map<String, double[]> constants) {
    return TheoremV6.sentence(learned(constants), integration);
  }
}
