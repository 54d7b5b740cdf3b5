package org.mf4j.readout;

import java.io.Serializable;

/**
 * How a ridge regression is fitted.
 *
 * @param lambda how the penalty is found
 * @param standardise whether features are divided by their standard deviations (of the training
 *     set) before the penalty applies; features whose deviation is below 1e-6 max(1, |mean|) are
 *     dropped then. The scales are folded into the weights, so that the fitted map takes features
 *     as they are
 * @param balanced whether all classes weigh the same: each of the n_c examples of class c weighs n
 *     / (C n_c), where C is the number of classes that occur, scikit-learn's {@code
 *     class_weight="balanced"}. The class of an example is its largest target, or with one target,
 *     its sign. Reads the targets once more
 * @param calibrated whether probabilities of classes are calibrated on the leave-one-out outputs,
 *     see {@link TemperatureScaling}; needs lambda above 0, at least 2 outputs and the examples
 *     once more
 */
public record RidgeOptions(
    LambdaRule lambda, boolean standardise, boolean balanced, boolean calibrated)
    implements Serializable {
  /**
   * A given lambda, features as they are, every example of weight 1.
   *
   * @param lambda the penalty, 0 or above
   * @return the options
   * @throws IllegalArgumentException if lambda is negative or not finite
   */
  public static RidgeOptions fixed(double lambda) {
    return new RidgeOptions(new LambdaRule.Fixed(lambda), false, false, false);
  }

  /**
   * Standardised features and the lambda of {@link LambdaRule#DEFAULT_GRID} that is best by leaving
   * one out.
   *
   * @return the options
   */
  public static RidgeOptions leaveOneOut() {
    return fixed(0)
        .withStandardise(true)
        .withLambda(new LambdaRule.LeaveOneOut(LambdaRule.DEFAULT_GRID));
  }

  /**
   * Another rule for lambda.
   *
   * @param rule the rule
   * @return these options with it
   */
  public RidgeOptions withLambda(LambdaRule rule) {
    return new RidgeOptions(rule, standardise, balanced, calibrated);
  }

  /**
   * With or without standardisation.
   *
   * @param scaled whether to standardise
   * @return these options with it
   */
  public RidgeOptions withStandardise(boolean scaled) {
    return new RidgeOptions(lambda, scaled, balanced, calibrated);
  }

  /**
   * With classes that weigh the same, or examples that do.
   *
   * @param balance whether classes weigh the same
   * @return these options with it
   */
  public RidgeOptions withBalanced(boolean balance) {
    return new RidgeOptions(lambda, standardise, balance, calibrated);
  }

  /**
   * With or without calibrated probabilities.
   *
   * @param calibrate whether to calibrate
   * @return these options with it
   */
  public RidgeOptions withCalibrated(boolean calibrate) {
    return new RidgeOptions(lambda, standardise, balanced, calibrate);
  }

  boolean readsRowsAgain() {
    return lambda instanceof LambdaRule.LeaveOneOut || calibrated;
  }

  /**
   * {@return the values of lambda that are tried; none for generalised cross-validation, which
   * needs the eigenvalues themselves}
   */
  double[] triedLambdas() {
    if (lambda instanceof LambdaRule.Fixed fixed) {
      return new double[] {fixed.lambda()};
    }
    return lambda instanceof LambdaRule.LeaveOneOut rule
        ? Ridge.array(rule.lambdas())
        : new double[0];
  }

  boolean needsExamples() {
    return readsRowsAgain() || balanced;
  }
}
