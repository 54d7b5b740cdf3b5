package org.mf4j.examples;

import java.util.List;
import org.mf4j.data.ControlCharts;
import org.mf4j.data.DatasetSplit;
import org.mf4j.models.MemristiveSettings;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.ReservoirLearning;
import org.mf4j.random.SeededRandom;
import org.mf4j.reservoir.ReservoirOptions;
import org.mf4j.reservoir.topology.ExactRadius;
import org.mf4j.reservoir.topology.Ring;
import org.mf4j.reservoir.topology.Topology;
import org.mf4j.training.EpochListener;

/**
 * A reservoir wired by yourself. Whoever implements {@link Topology} decides which neuron feeds
 * which; here a small world (Watts and Strogatz, Nature 393, 440, 1998), in which neurons feed
 * their next neighbours on a ring, but some of the wires lead anywhere. {@link ExactRadius} then
 * gives any such matrix the spectral radius that you want.
 */
public final class CustomTopology {
  private static final double RADIUS = 0.99;

  private CustomTopology() {}

  /**
   * Neuron i feeds the next few on the ring.
   *
   * @param neighbours how many, below N
   * @param rewired the probability that a wire leads to a random neuron instead, in [0, 1]
   */
  public record SmallWorld(int neighbours, double rewired) implements Topology {
    @Override
    public double[][] draw(int units, SeededRandom random) {
      double[][] matrix = new double[units][units];
      for (int i = 0; i < units; i++) {
        for (int k = 1; k <= neighbours; k++) {
          boolean elsewhere = random.nextDouble() < rewired;
          int j = elsewhere ? random.nextInt(units) : (i + k) % units;
          matrix[i][j] = random.uniform(-1, 1);
        }
      }
      return matrix;
    }
  }

  /**
   * Fits a reservoir of each topology to the control charts and prints the accuracies.
   *
   * @param args none
   * @throws InterruptedException if the thread is interrupted
   */
  public static void main(String[] args) throws InterruptedException {
    DatasetSplit charts = ControlCharts.generate(ControlCharts.DEFAULT_SEED);
    Topology dense = new ExactRadius(RADIUS);
    Topology smallWorld = new ExactRadius(new SmallWorld(6, 0.2), RADIUS);
    for (Topology topology : List.of(dense, new Ring(RADIUS), smallWorld)) {
      System.out.printf("accuracy %.3f  %s%n", accuracy(topology, charts), topology);
    }
  }

  static double accuracy(Topology topology, DatasetSplit data) throws InterruptedException {
    ReservoirOptions reservoir = new ReservoirOptions(1, 0.1, RADIUS).withTopology(topology);
    ModelSettings settings =
        new ModelSettings(
            100, new MemristiveSettings(0.95, 5, 0.1), new ReservoirLearning(reservoir, 1));
    return new ModelFitter(settings).fit(data.train(), 1, EpochListener.NONE).score(data.test());
  }
}
