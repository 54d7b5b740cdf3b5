package org.mf4j.readout;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.mf4j.engine.SingleThreadedBlas;
import org.mf4j.readout.RidgeFit.LambdaError;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;

/** Finds lambda by its rule and solves; BLAS is held to one thread meanwhile. */
final class RidgeSolver {
  private RidgeSolver() {}

  /**
   * From examples.
   *
   * @param source the training set
   * @param options how to fit
   * @param rowsOf reads a validation set the way the training set is read
   */
  static RidgeFit solve(
      RowSource source, RidgeOptions options, Function<DataSetIterator, RowSource> rowsOf) {
    try (MemoryWorkspace detached = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces();
        SingleThreadedBlas blas = SingleThreadedBlas.hold()) {
      boolean neededAgain =
          options.lambda() instanceof LambdaRule.LeaveOneOut || options.calibrated();
      TrainingRows rows =
          new TrainingRows(
              WeightedRows.of(source, options.classWeights()), neededAgain, options.standardise());
      RidgePath path = rows.path();
      List<LambdaError> errors =
          options.lambda() instanceof LambdaRule.LeaveOneOut rule
              ? leaveOneOut(path, rows, array(rule.lambdas()))
              : errors(path, options.lambda(), rowsOf);
      double lambda = choose(options.lambda(), errors);
      return new RidgeFit(
          path.at(lambda),
          lambda,
          errors,
          options.calibrated()
              ? Optional.of(LeaveOneOutCalibration.fit(path, rows, lambda))
              : Optional.empty());
    }
  }

  /** From examples, with every penalty. */
  static List<LinearModel> path(RowSource source, List<Double> lambdas, RidgeOptions options) {
    try (MemoryWorkspace detached = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces();
        SingleThreadedBlas blas = SingleThreadedBlas.hold()) {
      RowSource rows = WeightedRows.of(source, options.classWeights());
      RidgePath path = new TrainingRows(rows, false, options.standardise()).path();
      return lambdas.stream().map(path::at).toList();
    }
  }

  /** From statistics. */
  static RidgeFit solve(SufficientStatistics statistics, RidgeOptions options) {
    if (options.lambda() instanceof LambdaRule.LeaveOneOut
        || options.calibrated()
        || !(options.classWeights() instanceof ClassWeights.None)) {
      throw new IllegalArgumentException(
          "options: leave-one-out, calibration and class weights need the examples, of which only"
              + " the statistics are here; choose lambda by generalised cross-validation");
    }
    if (statistics.count() == 0) {
      throw new IllegalStateException("there are no examples; ridge regression needs at least 1");
    }
    try (MemoryWorkspace detached = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces();
        SingleThreadedBlas blas = SingleThreadedBlas.hold()) {
      RidgePath path = PrimalRidge.path(statistics, options.standardise());
      List<LambdaError> errors = errors(path, options.lambda(), IteratorRows::new);
      double lambda = choose(options.lambda(), errors);
      return new RidgeFit(path.at(lambda), lambda, errors, Optional.empty());
    }
  }

  private static List<LambdaError> errors(
      RidgePath path, LambdaRule rule, Function<DataSetIterator, RowSource> rowsOf) {
    if (rule instanceof LambdaRule.GeneralisedCrossValidation gcv) {
      return gcv.lambdas().stream()
          .map(lambda -> new LambdaError(lambda, path.generalisedCrossValidation(lambda)))
          .toList();
    }
    if (rule instanceof LambdaRule.ValidationSet validation) {
      double[] lambdas = array(validation.lambdas());
      return paired(
          lambdas, ValidationErrors.of(path, lambdas, rowsOf.apply(validation.examples())));
    }
    return List.of();
  }

  private static List<LambdaError> leaveOneOut(
      RidgePath path, TrainingRows rows, double[] lambdas) {
    double[] sums = new double[lambdas.length];
    new LeaveOneOutPass(path, lambdas).run(rows, errors -> errors.addSquares(sums));
    for (int l = 0; l < sums.length; l++) {
      sums[l] /= path.weight() * path.meanY().length;
    }
    return paired(lambdas, sums);
  }

  private static double choose(LambdaRule rule, List<LambdaError> errors) {
    if (rule instanceof LambdaRule.Fixed fixed) {
      return fixed.lambda();
    }
    return errors.stream()
        .filter(error -> Double.isFinite(error.error()))
        .min(Comparator.comparingDouble(LambdaError::error))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "lambdas: none has a finite error; give more examples or larger values"))
        .lambda();
  }

  private static List<LambdaError> paired(double[] lambdas, double[] errors) {
    return IntStream.range(0, lambdas.length)
        .mapToObj(l -> new LambdaError(lambdas[l], errors[l]))
        .toList();
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(value -> value).toArray();
  }
}
