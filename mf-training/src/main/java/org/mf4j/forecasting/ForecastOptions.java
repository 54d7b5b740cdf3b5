package org.mf4j.forecasting;

import org.mf4j.options.Require;
import org.mf4j.readout.LambdaRule;
import org.mf4j.readout.RidgeOptions;

/**
 * How a reservoir is trained to forecast.
 *
 * @param washout steps at the start of the series that drive the reservoir but are not fitted,
 *     because its states still tell of their start; 0 or above
 * @param readout how the readout is solved
 * @param normalised whether the reservoir sees every channel with mean 0 and variance 1 (of the
 *     training inputs). The scaling is folded into the network's input weights, and targets are
 *     fitted in their own units: the network reads and emits the values as they are, and there is
 *     nothing to undo
 */
public record ForecastOptions(int washout, RidgeOptions readout, boolean normalised) {
  /** The steps left out unless told otherwise. */
  public static final int DEFAULT_WASHOUT = 100;

  /**
   * The washout is 0 or above.
   *
   * @throws IllegalArgumentException if the washout is negative
   */
  public ForecastOptions {
    Require.nonNegative("washout", (double) washout);
  }

  /**
   * A washout of 100 steps, normalised channels, and the lambda of 15 from 1e-9 to 1e-2 that is
   * best by leaving one step out, features as they are: smooth signals without noise need penalties
   * far smaller than classification does.
   *
   * @return the options
   */
  public static ForecastOptions standard() {
    LambdaRule rule = new LambdaRule.LeaveOneOut(LambdaRule.logSpaced(1e-9, 1e-2, 15));
    return new ForecastOptions(DEFAULT_WASHOUT, RidgeOptions.fixed(0).withLambda(rule), true);
  }

  /**
   * The same options with another washout.
   *
   * @param steps 0 or above
   * @return new options
   */
  public ForecastOptions withWashout(int steps) {
    return new ForecastOptions(steps, readout, normalised);
  }

  /**
   * The same options with another readout.
   *
   * @param options how the readout is solved
   * @return new options
   */
  public ForecastOptions withReadout(RidgeOptions options) {
    return new ForecastOptions(washout, options, normalised);
  }

  /**
   * The same options with or without normalisation.
   *
   * @param scaled whether to normalise
   * @return new options
   */
  public ForecastOptions withNormalised(boolean scaled) {
    return new ForecastOptions(washout, readout, scaled);
  }
}
