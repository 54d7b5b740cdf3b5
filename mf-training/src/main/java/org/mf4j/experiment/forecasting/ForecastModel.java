package org.mf4j.experiment.forecasting;

import java.util.Locale;
import org.mf4j.dynamics.Integration;
import org.mf4j.random.SeededRandom;

/**
 * Kinds of reservoirs, and the ranges from which their configurations are drawn. All kinds share
 * the ranges of inputScaling (0.01 to 3), biasScaling (0.05 to 2) and lambda (1e-8 to 0.01, on
 * standardised states), all log-uniform. A memristive neuron answers its drive less steeply than a
 * tanh, so that its recurrent weights are drawn from a wider range.
 */
public enum ForecastModel {
  /** Leaky integrators, leakRate from U[0.1, 1], spectralRadius from 0.1 to 2. */
  ESN(2) {
    @Override
    Candidate.Neurons neurons(SeededRandom random) {
      return new LeakyNeurons(random.uniform(0.1, 1));
    }
  },
  /**
   * The papers' MF-ESN: all neurons alike, Euler's step, gamma from the papers' grid, deltaT from
   * 0.005 to 0.1 (beyond which Euler's step may leave the unit cube), slope from 0.3 to 8 and
   * spectralRadius from 0.1 to 10, log-uniform.
   */
  MF_ESN(10) {
    @Override
    Candidate.Neurons neurons(SeededRandom random) {
      double gamma = GAMMAS[random.nextInt(GAMMAS.length)];
      double slope = logUniform(0.3, 8, random);
      return new MemristiveNeurons(
          gamma, slope, logUniform(0.005, 0.1, random), 1, Integration.EULER);
    }
  },
  /**
   * Memristive neurons that differ: deltaT log-uniform over the neurons, from a largest one of 0.1
   * to 30 down to it divided by 1 to 30; exact integration, which permits such steps; gamma 1;
   * slope and spectralRadius as above.
   */
  HETERO_MF_ESN(10) {
    @Override
    Candidate.Neurons neurons(SeededRandom random) {
      double slope = logUniform(0.3, 8, random);
      double deltaT = logUniform(0.1, 30, random);
      return new MemristiveNeurons(1, slope, deltaT, logUniform(1, 30, random), Integration.EXACT);
    }
  };

  private static final double[] GAMMAS = {0.5, 0.8, 0.95, 1};

  private final double largestRadius;

  ForecastModel(double largestRadius) {
    this.largestRadius = largestRadius;
  }

  /** {@return the name in reports, for example {@code mf-esn}} */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  abstract Candidate.Neurons neurons(SeededRandom random);

  Candidate draw(SeededRandom random) {
    return new Candidate(
        neurons(random.split()),
        logUniform(0.01, 3, random),
        logUniform(0.05, 2, random),
        logUniform(0.1, largestRadius, random),
        logUniform(1e-8, 0.01, random));
  }

  private static double logUniform(double lower, double upper, SeededRandom random) {
    return lower * StrictMath.pow(upper / lower, random.nextDouble());
  }
}
