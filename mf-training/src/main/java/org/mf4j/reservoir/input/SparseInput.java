package org.mf4j.reservoir.input;

import java.util.Optional;
import org.mf4j.options.Distribution;
import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;

/**
 * Every neuron sees every channel with a given probability, independently; the weight of a channel
 * that it does not see is 0. A neuron may see no channel.
 *
 * @param weights the weights of the channels that are seen
 * @param probability that a neuron sees a channel, in (0, 1]
 */
public record SparseInput(InputWeights weights, double probability) implements InputWeights {
  /**
   * The probability is in (0, 1].
   *
   * @throws IllegalArgumentException if the probability is not in (0, 1]
   */
  public SparseInput {
    Require.fraction("probability", probability);
  }

  @Override
  public double[][] draw(int nIn, int units, SeededRandom random) {
    double[][] drawn = weights.draw(nIn, units, random.split());
    for (double[] row : drawn) {
      for (int j = 0; j < units; j++) {
        row[j] = random.nextDouble() < probability ? row[j] : 0;
      }
    }
    return drawn;
  }

  @Override
  public Optional<Distribution> scaling() {
    return weights.scaling();
  }

  @Override
  public InputWeights withScaling(Distribution omega) {
    return new SparseInput(weights.withScaling(omega), probability);
  }
}
