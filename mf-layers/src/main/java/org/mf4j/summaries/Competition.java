package org.mf4j.summaries;

import java.util.function.DoubleSupplier;

/**
 * Which neuron of a group is ahead, and by how much, see {@link CalibratedCompetition}.
 *
 * @param size how many neurons compete, at least 2
 */
public record Competition(int size) implements Uncalibrated {
  /**
   * One neuron has nobody to compete with.
   *
   * @throws IllegalArgumentException if the size is below 2
   */
  public Competition {
    if (size < 2) {
      throw new IllegalArgumentException("size = " + size + ": must be at least 2");
    }
  }

  @Override
  public int features() {
    return 4;
  }

  @Override
  public Summary calibrated(Calibration states, DoubleSupplier uniform) {
    double[] means = new double[states.neurons()];
    double[] deviations = new double[means.length];
    for (int j = 0; j < means.length; j++) {
      means[j] = states.mean(j);
      deviations[j] = states.deviation(j) + Calibration.SMALLEST_DEVIATION;
    }
    return new CalibratedCompetition(size, means, deviations);
  }
}
