package org.mf4j.papers;

import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.dynamics.Unscaled;
import org.mf4j.models.LeakySettings;
import org.mf4j.models.MemristiveSettings;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.ReservoirLearning;
import org.mf4j.options.Distribution;
import org.mf4j.reservoir.ReservoirOptions;
import org.mf4j.reservoir.input.IntervalInput;
import org.mf4j.reservoir.input.UniformInput;
import org.mf4j.reservoir.topology.CircularLaw;
import org.mf4j.reservoir.topology.Topology;
import org.mf4j.reservoir.topology.Uncoupled;

/**
 * The models of [ESANN] (Pistolesi, Ceni, Milano, Ricciardi, Gallicchio, <i>A Model of Memristive
 * Nanowire Neuron for Recurrent Neural Networks</i>); {@link Assembly} has the grids of its Table
 * 3. All are read by a ridge regression (lambda 1) on the last state.
 *
 * <p>Two baselines of tanh neurons, since the table gives them a spectral radius: uncoupled ones,
 * where rho is the weight with which a neuron feeds itself, and the usual dense echo state network.
 */
public final class NanowireAssemblies {
  private static final double LAMBDA = 1;

  private NanowireAssemblies() {}

  /**
   * An assembly of nanowire neurons, eq. (7): neuron i sees omega_i x(t) with omega_i in omega_0 +-
   * Delta-omega, without RESCALE, bias or coupling. Fitting checks the memory factor rho &lt; 1 of
   * Theorem 3.1 over the training inputs first.
   *
   * @param units N
   * @param centre omega_0
   * @param spread Delta-omega, 0 or above
   * @param deltaT the step, above 0
   * @return the settings
   * @throws IllegalArgumentException if a number is out of its range
   */
  public static ModelSettings nanowires(int units, double centre, double spread, double deltaT) {
    return new ModelSettings(
        units,
        MemristiveSettings.paper()
            .with(PhysicalConstant.DELTA_T, deltaT)
            .withDrive(Unscaled.UNSCALED),
        new ReservoirLearning(
            new ReservoirOptions(
                new IntervalInput(centre, spread), new Distribution.Constant(0), new Uncoupled()),
            LAMBDA));
  }

  /**
   * The baseline: uncoupled leaky tanh neurons, input weights from U[-Delta-omega, Delta-omega].
   *
   * @param units N
   * @param leakRate alpha, in (0, 1]
   * @param spread Delta-omega, above 0
   * @param biasScaling beta, 0 or above
   * @param selfWeight rho, the weight with which a neuron feeds itself, 0 or above
   * @return the settings
   * @throws IllegalArgumentException if a number is out of its range
   */
  public static ModelSettings tanh(
      int units, double leakRate, double spread, double biasScaling, double selfWeight) {
    return leaky(units, leakRate, spread, biasScaling, new Uncoupled(selfWeight));
  }

  /**
   * The other baseline: the same neurons coupled by a dense matrix.
   *
   * @param units N
   * @param leakRate alpha, in (0, 1]
   * @param spread Delta-omega, above 0
   * @param biasScaling beta, 0 or above
   * @param spectralRadius rho, 0 or above
   * @return the settings
   * @throws IllegalArgumentException if a number is out of its range
   */
  public static ModelSettings echoState(
      int units, double leakRate, double spread, double biasScaling, double spectralRadius) {
    return leaky(units, leakRate, spread, biasScaling, new CircularLaw(spectralRadius));
  }

  private static ModelSettings leaky(
      int units, double leakRate, double spread, double biasScaling, Topology topology) {
    return new ModelSettings(
        units,
        new LeakySettings(leakRate),
        new ReservoirLearning(
            new ReservoirOptions(
                new UniformInput(spread), new Distribution.Constant(biasScaling), topology),
            LAMBDA));
  }
}
