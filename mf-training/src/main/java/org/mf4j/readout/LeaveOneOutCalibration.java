package org.mf4j.readout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mf4j.options.Require;

/** Fits the temperature on leave-one-out outputs, K numbers per example. */
final class LeaveOneOutCalibration {
  private LeaveOneOutCalibration() {}

  static TemperatureScaling fit(RidgePath path, TrainingRows rows, double lambda) {
    int classes = path.meanY().length;
    if (classes < 2) {
      throw new IllegalArgumentException(
          "calibrated: there is 1 output; probabilities of classes need one output per class");
    }
    double[] given = {Require.positive("lambda", lambda)};
    List<double[]> outputs = new ArrayList<>();
    List<int[]> labels = new ArrayList<>();
    new LeaveOneOutPass(path, given)
        .run(
            rows,
            errors -> {
              outputs.add(errors.predictions());
              labels.add(
                  WeightedRows.classesOf(
                      RowMajor.matrix(errors.targets(), errors.weights().length, classes)));
            });
    return TemperatureScaling.fit(
        outputs.stream().flatMapToDouble(Arrays::stream).toArray(),
        labels.stream().flatMapToInt(Arrays::stream).toArray(),
        classes);
  }
}
