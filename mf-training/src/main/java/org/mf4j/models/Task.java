package org.mf4j.models;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What a model predicts.
 *
 * @param classes the class labels in the order of their indices; empty for regression
 */
public record Task(List<String> classes) {
  /** The labels are a copy. */
  public Task {
    classes = List.copyOf(classes);
  }

  /**
   * The task of a set of series.
   *
   * @param series the set
   * @return its task
   */
  public static Task of(SeriesSet series) {
    return new Task(series.classes());
  }

  /**
   * Whether the target is a class.
   *
   * @return true for classification, false for regression
   */
  public boolean isClassification() {
    return !classes.isEmpty();
  }

  /**
   * How this task is scored.
   *
   * @return accuracy for classes, RMSE for numbers
   */
  public Metric metric() {
    return isClassification() ? Metric.ACCURACY : Metric.RMSE;
  }

  /**
   * Reads predictions off the outputs of a network: the number itself for regression; for classes
   * the largest of several outputs, or, of a single sigmoid unit, whether it exceeds one half.
   *
   * @param outputs {@code [B,K]}
   * @return per row the index of the class, or the number
   */
  double[] decode(INDArray outputs) {
    if (!isClassification()) {
      return outputs.toDoubleVector();
    }
    return outputs.size(1) == 1
        ? Arrays.stream(outputs.toDoubleVector()).map(p -> p > 0.5 ? 1 : 0).toArray()
        : outputs.argMax(1).castTo(DataType.DOUBLE).toDoubleVector();
  }

  /**
   * Reads probabilities off the outputs of a network that gives some.
   *
   * @param outputs {@code [B,K]}, or {@code [B,1]} of the second of two classes
   * @return per row the probability of every class
   */
  double[][] probabilities(INDArray outputs) {
    return (outputs.size(1) == 1 ? Nd4j.hstack(outputs.rsub(1), outputs) : outputs)
        .toDoubleMatrix();
  }

  /**
   * Compares predictions with the targets of the same series.
   *
   * @param predictions per series the index of the class, or the number
   * @param series the series; their classes are matched by label
   * @return accuracy or RMSE, see {@link #metric()}
   * @throws DataException if the targets are not of this task
   */
  public double score(double[] predictions, SeriesSet series) {
    if (series.isClassification() != isClassification()) {
      throw new DataException(
          series.name() + ": one of series and model has classes, the other numbers to regress.");
    }
    double[] targets = series.series().stream().mapToDouble(one -> target(one, series)).toArray();
    return isClassification() ? accuracy(predictions, targets) : rmse(predictions, targets);
  }

  private static double accuracy(double[] predictions, double[] targets) {
    long right =
        IntStream.range(0, targets.length).filter(i -> predictions[i] == targets[i]).count();
    return (double) right / targets.length;
  }

  private static double rmse(double[] predictions, double[] targets) {
    double squares =
        IntStream.range(0, targets.length)
            .mapToDouble(i -> Math.pow(predictions[i] - targets[i], 2))
            .sum();
    return Math.sqrt(squares / targets.length);
  }

  private double target(Series one, SeriesSet set) {
    if (!isClassification()) {
      return one.target();
    }
    String label = set.classes().get((int) one.target());
    int index = classes.indexOf(label);
    if (index < 0) {
      throw new DataException(
          String.format(
              "%s: the model does not know the class \"%s\" (it knows %s).",
              set.name(), label, String.join(", ", classes)));
    }
    return index;
  }
}
