package org.mf4j.experiment.forecasting;

import java.util.Locale;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.mf4j.random.SeededRandom;
import org.mf4j.reservoir.ReservoirOptions;

/**
 * A configuration that a search tries.
 *
 * @param neurons the layer
 * @param inputScaling omega
 * @param biasScaling beta
 * @param spectralRadius rho
 * @param lambda the penalty of the readout, on standardised states
 */
record Candidate(
    Neurons neurons,
    double inputScaling,
    double biasScaling,
    double spectralRadius,
    double lambda) {
  /** The layer of a configuration; what is drawn per neuron comes from the generator. */
  interface Neurons {
    /**
     * Builds.
     *
     * @param nIn input channels
     * @param units N
     * @param random where values per neuron come from
     * @return the layer
     */
    BaseRecurrentLayer layer(int nIn, int units, SeededRandom random);
  }

  ReservoirOptions reservoir() {
    return new ReservoirOptions(inputScaling, biasScaling, spectralRadius);
  }

  String describe() {
    return String.format(
        Locale.ROOT,
        "%s, inputScaling %.3g, biasScaling %.3g, spectralRadius %.3g, lambda %.2g",
        neurons,
        inputScaling,
        biasScaling,
        spectralRadius,
        lambda);
  }
}
