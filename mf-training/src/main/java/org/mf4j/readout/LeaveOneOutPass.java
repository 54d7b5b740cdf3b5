package org.mf4j.readout;

import java.util.function.Consumer;
import org.mf4j.engine.Workers;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Exact leave-one-out errors of a ridge regression without refitting (Allen, Technometrics 16, 125,
 * 1974), for all values of lambda in one pass over the examples:
 *
 * <pre>
 * primal:  e_i = (y_i - prediction_i) / (1 - w_i (1 / sum w + sum_j f_j z_ij^2)),   z_i = (x_i - mean) B
 * dual:    e_i = c_i / (G_ii sqrt(w_i)),   c = Q diag(f) Q'Yc,   G = Q diag(f) Q'
 * </pre>
 */
final class LeaveOneOutPass {
  /** Rows per task: a fixed number, so that no bit depends on the number of threads. */
  private static final int CHUNK = 256;

  /** A share of an example that its own prediction leaves to others; below this it is rounding. */
  private static final double SMALLEST_REST = 1e-12;

  private final RidgePath path;
  private final double[] lambdas;
  private final INDArray filters;
  private final INDArray coordinates;

  LeaveOneOutPass(RidgePath path, double[] lambdas) {
    this.path = path;
    this.lambdas = lambdas;
    this.filters = path.filters(lambdas);
    this.coordinates = path.filteredCoordinates(lambdas);
  }

  /** All errors, in the order of the examples. */
  void run(TrainingRows rows, Consumer<LeaveOneOutErrors> consumer) {
    if (rows.dual().isPresent()) {
      consumer.accept(dual(rows.dual().get()));
    } else {
      rows.forEachPanel(panel -> primal(panel, consumer));
    }
  }

  private void primal(Panel panel, Consumer<LeaveOneOutErrors> consumer) {
    int chunks = (panel.rows() + CHUNK - 1) / CHUNK;
    LeaveOneOutErrors[] errors = new LeaveOneOutErrors[chunks];
    Workers.run(chunks, i -> errors[i] = primal(panel.rows(i * CHUNK, CHUNK)));
    for (LeaveOneOutErrors chunk : errors) {
      consumer.accept(chunk);
    }
  }

  private LeaveOneOutErrors primal(Panel panel) {
    INDArray z = panel.x().subRowVector(RowMajor.row(path.scaling().mean())).mmul(path.basis());
    double[] residuals = RowMajor.values(z.mmul(coordinates));
    double[] leverages = RowMajor.values(z.muli(z).mmul(filters));
    double[] targets = RowMajor.values(panel.y());
    int outputs = path.meanY().length;
    int at = 0;
    for (int i = 0; i < panel.rows(); i++) {
      double weight = panel.weights()[i];
      for (int l = 0; l < lambdas.length; l++) {
        double rest = 1 - weight * (1 / path.weight() + leverages[i * lambdas.length + l]);
        for (int k = 0; k < outputs; k++, at++) {
          residuals[at] =
              rest > SMALLEST_REST
                  ? (targets[i * outputs + k] - path.meanY()[k] - residuals[at]) / rest
                  : Double.POSITIVE_INFINITY;
        }
      }
    }
    return new LeaveOneOutErrors(residuals, targets, panel.weights(), lambdas.length);
  }

  private LeaveOneOutErrors dual(DualRidge dual) {
    INDArray left = dual.left();
    double[] errors = RowMajor.values(left.mmul(coordinates));
    double[] diagonal = RowMajor.values(left.mul(left).mmul(filters));
    double[] weights = dual.rows().weights();
    int outputs = path.meanY().length;
    double smallest = path.tolerance();
    for (int at = 0; at < errors.length; at++) {
      int row = at / (outputs * lambdas.length);
      double g = diagonal[at / outputs];
      boolean defined = g > 0 && lambdas[at / outputs % lambdas.length] > smallest;
      errors[at] = defined ? errors[at] / (g * Math.sqrt(weights[row])) : Double.POSITIVE_INFINITY;
    }
    return new LeaveOneOutErrors(errors, RowMajor.values(dual.rows().y()), weights, lambdas.length);
  }
}
