package org.mf4j.experiment.forecasting;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.forecasting.ForecastOptions;
import org.mf4j.forecasting.TeacherForcing;
import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;
import org.mf4j.readout.RidgeOptions;

/**
 * Random search at a fixed budget: so many configurations are drawn, each is fitted with {@value
 * #DRAWS} draws of its weights, the mean score on the validation part chooses one, and that one is
 * fitted anew with other weights and scored on the test part.
 *
 * @param task the signal
 * @param units N of the trials, at least 1
 * @param searchUnits N while configurations are tried, at least 1; fewer save time
 * @param configurations how many are tried, at least 1
 * @param trials fits of the chosen one, at least 1
 * @param seed decides everything random but the signal
 */
public record ForecastSearch(
    ForecastTask task, int units, int searchUnits, int configurations, int trials, long seed) {
  /** Draws of the weights per configuration. */
  public static final int DRAWS = 2;

  private static final double NANOS = 1e9;

  /**
   * Validates.
   *
   * @throws IllegalArgumentException if a count is not at least 1
   */
  public ForecastSearch {
    Require.positive("units", units);
    Require.positive("searchUnits", searchUnits);
    Require.positive("configurations", configurations);
    Require.positive("trials", trials);
  }

  /** Is told about every configuration. */
  @FunctionalInterface
  public interface Listener {
    /** Ignores everything. */
    Listener NONE = (model, done) -> {};

    /**
     * A configuration has been scored.
     *
     * @param model of this kind
     * @param done the number of configurations scored so far, from 1
     */
    void onConfiguration(ForecastModel model, int done);
  }

  /**
   * Searches.
   *
   * @param model the kind of reservoir
   * @param listener is told about every configuration
   * @return the chosen configuration and its scores
   * @throws InterruptedException if the thread was interrupted
   */
  public ForecastResult run(ForecastModel model, Listener listener) throws InterruptedException {
    long start = System.nanoTime();
    SeededRandom random = new SeededRandom(seed);
    SeededRandom weights = random.split();
    Signal signal = Signal.of(task);
    Candidate best = null;
    double bestScore = Double.NaN;
    for (int i = 1; i <= configurations; i++) {
      Candidate candidate = model.draw(random.split());
      double score =
          mean(scores(signal, candidate, searchUnits, DRAWS, ForecastTask.VALIDATION, weights));
      if (best == null || isBetter(score, bestScore)) {
        best = candidate;
        bestScore = score;
      }
      listener.onConfiguration(model, i);
    }
    double[] test = scores(signal, best, units, trials, ForecastTask.TEST, weights);
    return new ForecastResult(
        model,
        best.describe(),
        bestScore,
        Arrays.stream(test).boxed().toList(),
        (System.nanoTime() - start) / NANOS);
  }

  /** A free run may leave every bound: not a number loses. */
  private boolean isBetter(double score, double than) {
    return Double.isNaN(than)
        ? !Double.isNaN(score)
        : task.lessIsBetter() ? score < than : score > than;
  }

  private double[] scores(
      Signal signal, Candidate candidate, int neurons, int fits, Segment part, SeededRandom weights)
      throws InterruptedException {
    double[] scores = new double[fits];
    for (int i = 0; i < fits; i++) {
      if (Thread.interrupted()) {
        throw new InterruptedException("the search was interrupted");
      }
      MultiLayerNetwork network = fit(signal, candidate, neurons, weights.split());
      scores[i] = task.score(network, signal.inputs(), signal.targets(), part);
    }
    return scores;
  }

  private MultiLayerNetwork fit(
      Signal signal, Candidate candidate, int neurons, SeededRandom random) {
    ForecastOptions options =
        ForecastOptions.standard()
            .withWashout(ForecastTask.WASHOUT)
            .withReadout(RidgeOptions.fixed(candidate.lambda()).withStandardise(true));
    return new TeacherForcing(options)
        .fit(
            candidate.neurons().layer(signal.inputs().length, neurons, random.split()),
            candidate.reservoir(),
            signal.fittedInputs(),
            signal.fittedTargets(),
            random);
  }

  private static double mean(double[] scores) {
    return IntStream.range(0, scores.length).mapToDouble(i -> scores[i]).average().orElseThrow();
  }
}
