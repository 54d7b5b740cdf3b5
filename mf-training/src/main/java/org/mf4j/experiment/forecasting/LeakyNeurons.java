package org.mf4j.experiment.forecasting;

import java.util.Locale;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.mf4j.layers.LeakyRnn;
import org.mf4j.random.SeededRandom;

/**
 * Leaky tanh neurons.
 *
 * @param leakRate alpha, in (0, 1]
 */
record LeakyNeurons(double leakRate) implements Candidate.Neurons {
  @Override
  public BaseRecurrentLayer layer(int nIn, int units, SeededRandom random) {
    return new LeakyRnn.Builder().nIn(nIn).nOut(units).leakRate(leakRate).build();
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "leakRate %.3g", leakRate);
  }
}
