package org.mf4j.experiment;

import java.util.List;
import java.util.Optional;

/**
 * One model, fitted with one seed and scored on the test set.
 *
 * @param seed the seed
 * @param score accuracy or RMSE
 * @param fitSeconds wall-clock time of the fit
 * @param predictSeconds wall-clock time of predicting the whole test set
 * @param belief how far its probabilities of the classes of the test set can be believed; empty if
 *     it tells none
 */
public record Trial(
    long seed, double score, double fitSeconds, double predictSeconds, Optional<Belief> belief) {
  /**
   * A trial of a model that tells no probabilities.
   *
   * @param seed the seed
   * @param score accuracy or RMSE
   * @param fitSeconds wall-clock time of the fit
   * @param predictSeconds wall-clock time of predicting the whole test set
   */
  public Trial(long seed, double score, double fitSeconds, double predictSeconds) {
    this(seed, score, fitSeconds, predictSeconds, Optional.empty());
  }

  /**
   * Two numbers of {@link Reliability}.
   *
   * @param logLoss see there
   * @param calibrationError see there
   */
  public record Belief(double logLoss, double calibrationError) {
    /**
     * The means of both.
     *
     * @param all one at least
     * @return their means
     */
    public static Belief mean(List<Belief> all) {
      return new Belief(
          all.stream().mapToDouble(Belief::logLoss).average().orElseThrow(),
          all.stream().mapToDouble(Belief::calibrationError).average().orElseThrow());
    }
  }
}
