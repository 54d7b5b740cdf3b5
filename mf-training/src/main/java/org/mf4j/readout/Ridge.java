package org.mf4j.readout;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mf4j.engine.blas.SingleThreadedBlas;
import org.mf4j.options.Require;
import org.mf4j.readout.RidgeFit.LambdaError;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Ridge regression (Hoerl and Kennard, Technometrics 12, 55, 1970) with an intercept that is not
 * penalised, in double precision: minimises sum w_i |y_i - x_i W - c|<sup>2</sup> + lambda
 * |W|<sup>2</sup>.
 *
 * <p>Solves the N x N normal equations, or the n x n dual problem W = Xc'(Xc Xc' + lambda
 * I)<sup>-1</sup> Yc where there are no more examples n than features N; both have the same
 * solution. Where lambda = 0 leaves more than one, it is the one of least norm, like {@code lstsq}:
 * squared singular values below max(n, N) 2.2e-16 times the largest count as 0.
 */
public final class Ridge {
  private Ridge() {}

  /**
   * Fits with a given lambda.
   *
   * @param x features {@code [n,N]}
   * @param y targets {@code [n,K]}; every column is a regression of its own
   * @param lambda the penalty, 0 or above
   * @return the fitted map
   * @throws IllegalArgumentException if lambda is negative, the numbers of rows differ or a value
   *     is not finite
   * @throws IllegalStateException if there are no rows
   */
  public static LinearModel fit(INDArray x, INDArray y, double lambda) {
    return fit(x, y, RidgeOptions.fixed(lambda)).model();
  }

  /**
   * Fits a linear map from features to targets.
   *
   * @param x features {@code [n,N]}
   * @param y targets {@code [n,K]}; with +1 for the class and -1 elsewhere for classes
   * @param options how lambda is found, standardisation, balance of classes, calibration
   * @return the fitted map and how it was chosen
   * @throws IllegalArgumentException if the numbers of rows differ, a value is not finite, or no
   *     lambda has a finite error
   * @throws IllegalStateException if there are no rows
   */
  public static RidgeFit fit(INDArray x, INDArray y, RidgeOptions options) {
    return fit(new RowSource.Matrix(x, y, null), options);
  }

  /**
   * Fits examples that weigh differently.
   *
   * @param x features {@code [n,N]}
   * @param y targets {@code [n,K]}
   * @param weights n weights, each above 0; multiplied by those of their classes where the options
   *     balance them
   * @param options how to fit
   * @return the fitted map and how it was chosen
   * @throws IllegalArgumentException as above, or if a weight is not above 0
   * @throws IllegalStateException if there are no rows
   */
  public static RidgeFit fit(INDArray x, INDArray y, double[] weights, RidgeOptions options) {
    return fit(new RowSource.Matrix(x, y, weights.clone()), options);
  }

  /**
   * Fits from statistics, which keep no rows, so that lambda is given or chosen by generalised
   * cross-validation.
   *
   * @param statistics of the examples
   * @param options how lambda is found, standardisation
   * @return the fitted map and how it was chosen
   * @throws IllegalArgumentException if the options need the examples: leaving one out, balance of
   *     classes, calibration
   * @throws IllegalStateException if there are no examples
   */
  public static RidgeFit fit(SufficientStatistics statistics, RidgeOptions options) {
    if (options.needsExamples()) {
      throw new IllegalArgumentException(
          "options: leave-one-out, calibration and balanced classes need the examples, of which"
              + " only the statistics are here; choose lambda by generalised cross-validation");
    }
    if (statistics.count() == 0) {
      throw new IllegalStateException("there are no examples; ridge regression needs at least 1");
    }
    try (MemoryWorkspace detached = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces();
        SingleThreadedBlas blas = SingleThreadedBlas.hold()) {
      RidgeSolutions solutions =
          PrimalRidge.of(statistics.running(), options.standardise(), options.triedLambdas());
      return chosen(solutions, options.lambda(), errors(solutions, options.lambda()));
    }
  }

  /**
   * Fits with several penalties, which share one decomposition.
   *
   * @param x features {@code [n,N]}
   * @param y targets {@code [n,K]}
   * @param lambdas the penalties, each 0 or above
   * @return one fitted map per penalty
   * @throws IllegalArgumentException if a lambda is negative, the numbers of rows differ or a value
   *     is not finite
   * @throws IllegalStateException if there are no rows
   */
  public static List<LinearModel> path(INDArray x, INDArray y, List<Double> lambdas) {
    return path(x, y, lambdas, RidgeOptions.fixed(0));
  }

  /**
   * Fits with several penalties, which share one decomposition.
   *
   * @param x features {@code [n,N]}
   * @param y targets {@code [n,K]}
   * @param lambdas the penalties, each 0 or above
   * @param options standardisation and balance of classes; its own lambda is not used
   * @return one fitted map per penalty
   * @throws IllegalArgumentException as above
   * @throws IllegalStateException if there are no rows
   */
  public static List<LinearModel> path(
      INDArray x, INDArray y, List<Double> lambdas, RidgeOptions options) {
    lambdas.forEach(lambda -> Require.nonNegative("lambda", lambda));
    try (MemoryWorkspace detached = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces();
        SingleThreadedBlas blas = SingleThreadedBlas.hold()) {
      RowSource all = new RowSource.Matrix(x, y, null);
      RowSource rows = options.balanced() ? RowSource.Balanced.of(all) : all;
      RidgeSolutions solutions =
          new TrainingRows(rows, false, options.withLambda(new LambdaRule.Fixed(0))).solutions();
      return lambdas.stream().map(solutions::at).toList();
    }
  }

  /** Fits whatever gives rows; BLAS is held to one thread meanwhile. */
  static RidgeFit fit(RowSource source, RidgeOptions options) {
    try (MemoryWorkspace detached = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces();
        SingleThreadedBlas blas = SingleThreadedBlas.hold()) {
      RowSource examples = options.balanced() ? RowSource.Balanced.of(source) : source;
      TrainingRows rows = new TrainingRows(examples, options.readsRowsAgain(), options);
      RidgeSolutions solutions = rows.solutions();
      RidgeFit fit =
          chosen(
              solutions,
              options.lambda(),
              options.lambda() instanceof LambdaRule.LeaveOneOut rule
                  ? paired(
                      rule.lambdas(),
                      LeaveOneOut.meanSquares(solutions, rows, array(rule.lambdas())))
                  : errors(solutions, options.lambda()));
      return options.calibrated()
          ? fit.withCalibration(LeaveOneOut.calibration(solutions, rows, fit.lambda()))
          : fit;
    }
  }

  static List<LambdaError> errors(RidgeSolutions solutions, LambdaRule rule) {
    if (!(rule instanceof LambdaRule.GeneralisedCrossValidation gcv)) {
      return List.of();
    }
    GeneralisedCrossValidation error = solutions.crossValidation().orElseThrow();
    return paired(gcv.lambdas(), gcv.lambdas().stream().mapToDouble(error::error).toArray());
  }

  /** The solution of the given lambda, or of the first of those with the smallest error. */
  static RidgeFit chosen(RidgeSolutions solutions, LambdaRule rule, List<LambdaError> errors) {
    double lambda =
        rule instanceof LambdaRule.Fixed fixed
            ? fixed.lambda()
            : errors.stream()
                .filter(error -> Double.isFinite(error.error()))
                .min(Comparator.comparingDouble(LambdaError::error))
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "lambdas: none has a finite error; give more examples or larger"
                                + " values"))
                .lambda();
    return new RidgeFit(solutions.at(lambda), lambda, errors, Optional.empty());
  }

  static List<LambdaError> paired(List<Double> lambdas, double[] errors) {
    return IntStream.range(0, errors.length)
        .mapToObj(l -> new LambdaError(lambdas.get(l), errors[l]))
        .toList();
  }

  static double[] array(List<Double> values) {
    return values.stream().mapToDouble(value -> value).toArray();
  }
}
