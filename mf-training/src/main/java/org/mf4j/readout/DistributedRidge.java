package org.mf4j.readout;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.mf4j.engine.blas.SingleThreadedBlas;
import org.mf4j.options.Require;
import org.mf4j.readout.RidgeFit.LambdaError;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A ridge regression whose examples lie elsewhere, in parts, each of which only tells sums. The fit
 * is that of {@link Ridge}, up to the order of summation:
 *
 * <ol>
 *   <li>every part gives its {@link SufficientStatistics}; they are merged, and this is made;
 *   <li>where lambda is chosen by leaving one out, every part gives its {@link #squaredErrors};
 *       they are added up;
 *   <li>{@link #fit} chooses lambda;
 *   <li>where probabilities are calibrated, every part computes its {@linkplain #leftOut outputs
 *       without the example} and keeps them, and {@link #calibrated} asks for sums over them.
 * </ol>
 *
 * <p>Sent to where the parts are, it costs O(N<sup>2</sup>) numbers for N features, and one
 * reduction of an N x N matrix there, which all threads share. Where there are no more examples
 * than features, {@link Ridge} solves the dual problem, which has the same solution, but rounds
 * otherwise.
 */
public final class DistributedRidge implements Serializable {
  /** Ten rounds instead of 60. */
  private static final int SHARPNESSES_AT_ONCE = 63;

  private static final long serialVersionUID = 1;

  private final SufficientStatistics statistics;
  private final RidgeOptions options;
  private transient RidgeSolutions solutions;
  private transient LeaveOneOut all;

  /**
   * From the statistics of all parts.
   *
   * @param statistics of all examples, each of weight 1
   * @param options how lambda is found, standardisation, calibration
   * @throws IllegalArgumentException if classes shall be balanced, which needs weights
   * @throws IllegalStateException if there are no examples
   */
  public DistributedRidge(SufficientStatistics statistics, RidgeOptions options) {
    if (options.balanced()) {
      throw new IllegalArgumentException(
          "options: balanced = true; parts that lie elsewhere have examples of weight 1 only");
    }
    if (statistics.count() == 0) {
      throw new IllegalStateException("there are no examples; ridge regression needs at least 1");
    }
    this.statistics = statistics;
    this.options = options;
  }

  /** {@return whether {@link #fit} needs {@link #squaredErrors}} */
  public boolean leavesOneOut() {
    return options.lambda() instanceof LambdaRule.LeaveOneOut;
  }

  /**
   * The leave-one-out errors of a part, for all values of lambda that are tried.
   *
   * @param x features of some of the examples {@code [n,N]}
   * @param y their targets {@code [n,K]}
   * @return per lambda the sum of the squared errors of all outputs; parts are added up
   */
  public double[] squaredErrors(INDArray x, INDArray y) {
    LeaveOneOut errors = ofAll();
    double[] sums = new double[lambdas().length];
    return detached(
        () -> {
          errors.addSquares(x, y, sums);
          return sums;
        });
  }

  /**
   * Chooses lambda.
   *
   * @param squaredErrors of all parts together; no numbers where lambda is not chosen by leaving
   *     one out
   * @return the fitted map and how it was chosen; not calibrated
   * @throws IllegalArgumentException if there is not a number for every lambda, or none is finite
   */
  public RidgeFit fit(double... squaredErrors) {
    double[] lambdas = lambdas();
    if (squaredErrors.length != lambdas.length) {
      throw new IllegalArgumentException(
          "squaredErrors: %d numbers; must be %d, one for every lambda tried"
              .formatted(squaredErrors.length, lambdas.length));
    }
    RidgeSolutions solved = solutions();
    List<LambdaError> errors =
        options.lambda() instanceof LambdaRule.LeaveOneOut rule
            ? Ridge.paired(rule.lambdas(), means(squaredErrors))
            : Ridge.errors(solved, options.lambda());
    return detached(() -> Ridge.chosen(solved, options.lambda(), errors));
  }

  private double[] means(double[] squaredErrors) {
    double numbers = statistics.weight() * statistics.targets();
    return Arrays.stream(squaredErrors).map(sum -> sum / numbers).toArray();
  }

  /**
   * What the fits without the example give.
   *
   * @param x features of some of the examples {@code [n,N]}
   * @param y their targets {@code [n,K]}
   * @param lambda the penalty, above 0
   * @return {@code [n,K]} in rows
   */
  public double[] leftOut(INDArray x, INDArray y, double lambda) {
    double[] given = {Require.positive("lambda", lambda)};
    RidgeSolutions solved = solutions();
    return detached(() -> new LeaveOneOut(solved, given).predictions(x, y));
  }

  /**
   * How the cross-entropy of a part changes with the sharpness 1 / T of its probabilities.
   *
   * @param leftOut outputs of {@link #leftOut} of some examples
   * @param labels their classes, 0 to K - 1
   * @param sharpnesses where
   * @return the derivatives; parts are added up
   */
  public double[] slopes(double[] leftOut, int[] labels, double[] sharpnesses) {
    double[] counts = classCounts();
    double[] slopes = new double[sharpnesses.length];
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = TemperatureScaling.slope(leftOut, labels, counts, sharpnesses[i]);
    }
    return slopes;
  }

  /**
   * Calibrates probabilities, see {@link TemperatureScaling}.
   *
   * @param fit of {@link #fit}
   * @param slopes gives the {@link #slopes} of all parts together at some sharpnesses; is asked ten
   *     times
   * @return the fit with its calibration
   */
  public RidgeFit calibrated(RidgeFit fit, UnaryOperator<double[]> slopes) {
    return fit.withCalibration(TemperatureScaling.fit(slopes, SHARPNESSES_AT_ONCE));
  }

  /** Targets are +1 for the class and -1 elsewhere. */
  private double[] classCounts() {
    double[] counts = statistics.meanY();
    for (int k = 0; k < counts.length; k++) {
      counts[k] = Math.rint(statistics.count() * (1 + counts[k]) / 2);
    }
    return counts;
  }

  private double[] lambdas() {
    return options.lambda() instanceof LambdaRule.LeaveOneOut rule
        ? Ridge.array(rule.lambdas())
        : new double[0];
  }

  private synchronized LeaveOneOut ofAll() {
    if (all == null) {
      RidgeSolutions solved = solutions();
      all = detached(() -> new LeaveOneOut(solved, lambdas()));
    }
    return all;
  }

  private synchronized RidgeSolutions solutions() {
    if (solutions == null) {
      solutions =
          detached(
              () ->
                  PrimalRidge.of(
                      statistics.running(), options.standardise(), options.triedLambdas()));
    }
    return solutions;
  }

  /** Arrays that outlive a workspace, and a bit pattern that no number of threads changes. */
  private static <T> T detached(Supplier<T> work) {
    try (MemoryWorkspace detached = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces();
        SingleThreadedBlas blas = SingleThreadedBlas.hold()) {
      return work.get();
    }
  }
}
