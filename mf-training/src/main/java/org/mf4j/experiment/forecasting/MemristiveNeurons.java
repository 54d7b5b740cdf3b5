package org.mf4j.experiment.forecasting;

import java.util.Arrays;
import java.util.Locale;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.layers.MemristiveRnn;
import org.mf4j.random.SeededRandom;

/**
 * Memristive neurons with Table II's constants.
 *
 * @param gamma stabiliser
 * @param slope s
 * @param deltaT the largest step of a neuron
 * @param ratio of the largest to the smallest step, at least 1; steps are log-uniform between them
 * @param integration how a step is taken
 */
record MemristiveNeurons(
    double gamma, double slope, double deltaT, double ratio, Integration integration)
    implements Candidate.Neurons {
  @Override
  public BaseRecurrentLayer layer(int nIn, int units, SeededRandom random) {
    double[] steps = new double[units];
    Arrays.setAll(steps, i -> deltaT * StrictMath.pow(ratio, -random.nextDouble()));
    MemristiveDynamics dynamics =
        MemristiveDynamics.paper().withGamma(gamma).withSlope(slope).withDeltaT(steps);
    return new MemristiveRnn.Builder()
        .nIn(nIn)
        .nOut(units)
        .dynamics(dynamics)
        .integration(integration)
        .build();
  }

  @Override
  public String toString() {
    String step =
        ratio == 1
            ? String.format(Locale.ROOT, "%.3g", deltaT)
            : String.format(Locale.ROOT, "%.3g to %.3g", deltaT / ratio, deltaT);
    return String.format(
        Locale.ROOT, "%s, gamma %.3g, slope %.3g, deltaT %s", integration, gamma, slope, step);
  }
}
