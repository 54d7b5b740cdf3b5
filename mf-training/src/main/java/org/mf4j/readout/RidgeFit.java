package org.mf4j.readout;

import java.util.List;
import java.util.Optional;

/**
 * A fitted ridge regression.
 *
 * @param model the map, for features as they came
 * @param lambda the penalty that was given or chosen
 * @param errors what the rule found for every lambda that it tried, in its order; empty for a given
 *     lambda
 * @param calibration how outputs become probabilities, if that was asked for
 */
public record RidgeFit(
    LinearModel model,
    double lambda,
    List<LambdaError> errors,
    Optional<TemperatureScaling> calibration) {
  /** Keeps a list of errors of its own, which does not change. */
  public RidgeFit {
    errors = List.copyOf(errors);
  }

  RidgeFit withCalibration(TemperatureScaling scaling) {
    return new RidgeFit(model, lambda, errors, Optional.of(scaling));
  }

  /**
   * What a rule found for one lambda.
   *
   * @param lambda the penalty
   * @param error the mean squared error over examples and outputs; infinite where leaving an
   *     example out is not defined
   */
  public record LambdaError(double lambda, double error) {}
}
