package org.mf4j.experiment.memory;

import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.layers.MemristiveRnn;
import org.mf4j.networks.Optimiser;
import org.mf4j.networks.RecurrentWeights;
import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;
import org.mf4j.stability.MemristiveMap;
import org.mf4j.stability.measured.LyapunovExponents;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.schedule.FixedSchedule;

/**
 * One network, one task, one length.
 *
 * @param question the task
 * @param length T, at least the task's shortest
 * @param contender the network
 */
public record MemoryTrial(Question question, int length, Contender contender) {
  /**
   * A length that the task has.
   *
   * @throws IllegalArgumentException if it is too short
   */
  public MemoryTrial {
    Require.atLeast("length", length, question.task().shortest());
  }

  /**
   * What came out.
   *
   * @param updates after how many training ended
   * @param score of the test series then: accuracy, or mean squared error
   * @param seconds of training, scoring included
   * @param exponent before training, of a memristive network: the largest conditional Lyapunov
   *     exponent per step along a series, the logarithm of what a step leaves of a difference of
   *     states (and of a gradient, on its way back)
   * @param reach before training, of any network: the norm of the loss's gradient in the first
   *     tenth of the steps in units of that in the last tenth, as its logarithm to base 10
   */
  public record Outcome(
      int updates, double score, double seconds, Optional<Double> exponent, double reach) {}

  /**
   * Trains.
   *
   * @param options how
   * @return what came out
   * @throws InterruptedException if the thread was interrupted
   */
  public Outcome run(MemoryOptions options) throws InterruptedException {
    SeededRandom random = new SeededRandom(options.seed());
    DataSet test = question.draw(options.tests(), length, random.split());
    SeededRandom batches = random.split();
    MultiLayerNetwork network =
        contender.network(question, length, options.units(), adam(options), random);
    Optional<Double> exponent = exponent(network, test);
    double reach = reach(network, test);
    long start = System.nanoTime();
    int updates = 0;
    double score = Double.NaN;
    while (updates < options.updates() && !question.isSolvedBy(score)) {
      if (Thread.interrupted()) {
        throw new InterruptedException("training was interrupted");
      }
      network.fit(question.draw(options.batchSize(), length, batches));
      updates++;
      if (updates % options.interval() == 0 || updates == options.updates()) {
        score = question.score(network.output(test.getFeatures()), test.getLabels());
      }
    }
    return new Outcome(updates, score, (System.nanoTime() - start) * 1e-9, exponent, reach);
  }

  private static Optimiser adam(MemoryOptions options) {
    return Optimiser.adam(new FixedSchedule(options.learningRate()), 1, 0);
  }

  private Optional<Double> exponent(MultiLayerNetwork network, DataSet test) {
    if (!(network.getLayer(0).conf().getLayer() instanceof MemristiveRnn layer)) {
      return Optional.empty();
    }
    MemristiveMap map =
        new MemristiveMap(
            MemristiveRnn.dynamicsOf(network.getLayer(0)),
            layer.getIntegration(),
            new RecurrentWeights(
                network.getParam("0_W").toDoubleMatrix(),
                network.getParam("0_RW").toDoubleMatrix(),
                network.getParam("0_b").toDoubleMatrix()));
    double[][] inputs = test.getFeatures().slice(0).transpose().toDoubleMatrix();
    return Optional.of(LyapunovExponents.largest(map, inputs, new double[map.units()], 0));
  }

  private double reach(MultiLayerNetwork network, DataSet test) {
    INDArray gradient =
        network.calculateGradients(test.getFeatures(), test.getLabels(), null, null).getSecond();
    int tenth = Math.max(1, length / 10);
    return Math.log10(norm(gradient, 0, tenth) / norm(gradient, length - tenth, length));
  }

  private static double norm(INDArray gradient, int from, int to) {
    return gradient
        .get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(from, to))
        .norm2Number()
        .doubleValue();
  }
}
