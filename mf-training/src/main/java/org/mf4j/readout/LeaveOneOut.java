package org.mf4j.readout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.mf4j.engine.Workers;
import org.mf4j.options.Require;
import org.mf4j.readout.algebra.RowMajor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Exact leave-one-out errors of a ridge regression without refitting (Allen, Technometrics 16, 125,
 * 1974), for all values of lambda in one pass over the examples:
 *
 * <pre>
 * primal:  e_i = (y_i - prediction_i) / (1 - w_i (1 / sum w + z_i R z_i')),   z_i = (x_i - mean) B
 * dual:    e_i = c_i / (G_ii sqrt(w_i)),   c = V R V'Yc,   G = V R V',   R = (S + lambda I)^-1
 * </pre>
 */
final class LeaveOneOut {
  /** Rows per task: a fixed number, so that no bit depends on the number of threads. */
  private static final int CHUNK = 256;

  /** A share of an example that its own prediction leaves to others; below this it is rounding. */
  private static final double SMALLEST_REST = 1e-12;

  private final RidgeSolutions solutions;
  private final double[] lambdas;
  private final Function<INDArray, double[]> forms;
  private final INDArray coordinates;

  /** For values of lambda that are asked for together. */
  LeaveOneOut(RidgeSolutions solutions, double[] lambdas) {
    this.solutions = solutions;
    this.lambdas = lambdas;
    this.forms = solutions.reduction().resolvent().forms(lambdas);
    this.coordinates = solutions.resolved(lambdas);
  }

  /** {@return for every lambda the weighted mean square of the errors of all outputs} */
  static double[] meanSquares(RidgeSolutions solutions, TrainingRows rows, double[] lambdas) {
    double[] sums = new double[lambdas.length];
    new LeaveOneOut(solutions, lambdas).run(rows, errors -> errors.addSquares(sums));
    double numbers = solutions.weight() * solutions.meanY().length;
    return Arrays.stream(sums).map(sum -> sum / numbers).toArray();
  }

  /** Adds for every lambda the squared errors of all outputs of some examples of weight 1. */
  void addSquares(INDArray x, INDArray y, double[] sums) {
    one(x, y, errors -> errors.addSquares(sums));
  }

  /** What the fits without the example give for some examples of weight 1; for one lambda. */
  double[] predictions(INDArray x, INDArray y) {
    List<double[]> parts = new ArrayList<>();
    one(x, y, errors -> parts.add(errors.predictions()));
    return parts.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  /** On this thread: whoever has parts of the examples runs them beside each other. */
  private void one(INDArray x, INDArray y, Consumer<Errors> consumer) {
    Panel.forEach(
        new RowSource.Matrix(x, y, null),
        panel -> {
          for (int from = 0; from < panel.rows(); from += CHUNK) {
            consumer.accept(primal(panel.rows(from, CHUNK)));
          }
          panel.close();
        });
  }

  /** {@return the temperature that suits leave-one-out outputs, one per class} */
  static TemperatureScaling calibration(
      RidgeSolutions solutions, TrainingRows rows, double lambda) {
    int classes = solutions.meanY().length;
    if (classes < 2) {
      throw new IllegalArgumentException(
          "calibrated: there is 1 output; probabilities of classes need one output per class");
    }
    double[] given = {Require.positive("lambda", lambda)};
    List<double[]> outputs = new ArrayList<>();
    List<int[]> labels = new ArrayList<>();
    new LeaveOneOut(solutions, given)
        .run(
            rows,
            errors -> {
              outputs.add(errors.predictions());
              labels.add(errors.classes());
            });
    return TemperatureScaling.fit(
        outputs.stream().flatMapToDouble(Arrays::stream).toArray(),
        labels.stream().flatMapToInt(Arrays::stream).toArray(),
        classes);
  }

  /** All errors, in the order of the examples. */
  private void run(TrainingRows rows, Consumer<Errors> consumer) {
    if (rows.dual().isPresent()) {
      dual(rows.dual().get(), consumer);
    } else {
      rows.forEachPanel(
          panel -> forEachChunk(panel.rows(), from -> primal(panel.rows(from, CHUNK)), consumer));
    }
  }

  /** Runs over chunks of rows on all processors; the errors come in the order of the rows. */
  private static void forEachChunk(
      int rows, IntFunction<Errors> errorsFrom, Consumer<Errors> consumer) {
    Errors[] errors = new Errors[(rows + CHUNK - 1) / CHUNK];
    Workers.run(errors.length, i -> errors[i] = errorsFrom.apply(i * CHUNK));
    for (Errors chunk : errors) {
      consumer.accept(chunk);
    }
  }

  private Errors primal(Panel panel) {
    INDArray centred = panel.x().subRowVector(RowMajor.row(solutions.scaling().mean()));
    INDArray z = centred.mmul(solutions.reduction().vectors());
    centred.close();
    double[] residuals = RowMajor.values(z.mmul(coordinates));
    double[] leverages = forms.apply(z);
    z.close();
    double[] targets = RowMajor.values(panel.y());
    double totalWeight = solutions.weight();
    int outputs = solutions.meanY().length;
    int at = 0;
    for (int i = 0; i < panel.rows(); i++) {
      double weight = panel.weights()[i];
      for (int l = 0; l < lambdas.length; l++) {
        double rest = 1 - weight * (1 / totalWeight + leverages[i * lambdas.length + l]);
        for (int k = 0; k < outputs; k++, at++) {
          residuals[at] =
              rest > SMALLEST_REST
                  ? (targets[i * outputs + k] - solutions.meanY()[k] - residuals[at]) / rest
                  : Double.POSITIVE_INFINITY;
        }
      }
    }
    return new Errors(residuals, targets, panel.weights(), lambdas.length);
  }

  private void dual(DualRidge dual, Consumer<Errors> consumer) {
    forEachChunk(dual.rows().rows(), from -> dual(dual, from), consumer);
  }

  private Errors dual(DualRidge dual, int from) {
    Panel panel = dual.rows().rows(from, CHUNK);
    INDArray z =
        solutions
            .reduction()
            .vectors()
            .get(NDArrayIndex.interval(from, from + panel.rows()), NDArrayIndex.all())
            .dup('f');
    double[] errors = RowMajor.values(z.mmul(coordinates));
    double[] diagonal = forms.apply(z);
    z.close();
    int outputs = solutions.meanY().length;
    double smallest = solutions.reduction().resolvent().tolerance();
    for (int at = 0; at < errors.length; at++) {
      double weight = panel.weights()[at / (outputs * lambdas.length)];
      double lambda = lambdas[at / outputs % lambdas.length];
      double intercept = weight / (solutions.weight() * (dual.separation() + lambda));
      double g = diagonal[at / outputs] - intercept;
      boolean defined = g > 0 && lambda > smallest;
      errors[at] = defined ? errors[at] / (g * Math.sqrt(weight)) : Double.POSITIVE_INFINITY;
    }
    return new Errors(errors, RowMajor.values(panel.y()), panel.weights(), lambdas.length);
  }

  /** The errors y - prediction of some examples, each predicted by the fit without it. */
  private static final class Errors {
    private final double[] errors;
    private final double[] targets;
    private final double[] weights;
    private final int lambdas;

    /**
     * From its parts.
     *
     * @param errors {@code [m,L,K]} in rows; infinite where the fit without the example is not
     *     defined
     * @param targets {@code [m,K]} in rows
     * @param weights m weights
     * @param lambdas L
     */
    Errors(double[] errors, double[] targets, double[] weights, int lambdas) {
      this.errors = errors;
      this.targets = targets;
      this.weights = weights;
      this.lambdas = lambdas;
    }

    private int outputs() {
      return targets.length / weights.length;
    }

    /** Adds for every lambda the weighted squares of all outputs. */
    void addSquares(double[] sums) {
      int outputs = outputs();
      int at = 0;
      for (double weight : weights) {
        for (int l = 0; l < lambdas; l++) {
          double squares = 0;
          for (int k = 0; k < outputs; k++, at++) {
            squares += errors[at] * errors[at];
          }
          sums[l] += weight * squares;
        }
      }
    }

    /** {@return {@code [m,K]} in rows, the predictions; for one lambda} */
    double[] predictions() {
      double[] predictions = targets.clone();
      for (int i = 0; i < predictions.length; i++) {
        predictions[i] -= errors[i];
      }
      return predictions;
    }

    int[] classes() {
      return RowSource.classesOf(RowMajor.matrix(targets, weights.length, outputs()));
    }
  }
}
