package org.mf4j.cells;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.dynamics.StepCoefficients;
import org.mf4j.dynamics.StepGradient;

/** {@link MemristiveCell} on float arrays. Saved for the adjoint: g = sigmoid(v), or v itself. */
record MemristiveKernel(
    MemristiveCell cell, MemristiveDynamics current, StepCoefficients coefficients, int neurons)
    implements StepKernel {

  @Override
  public double[] scale() {
    for (double s : coefficients.slope()) {
      if (s != 1) {
        return coefficients.slope().clone();
      }
    }
    return new double[0];
  }

  @Override
  public StepBlock block(int rows) {
    MemristiveRates rates = new MemristiveRates(coefficients, rows, current.drive().isRescaled());
    RateSums sums = new RateSums(cell.trained().isEmpty() ? 0 : neurons);
    return cell.integration() == Integration.EULER
        ? new EulerBlock(rates, sums)
        : new ExactBlock(rates, sums);
  }

  @Override
  public Map<String, double[]> constantGradients(double[][] sums, double[] scaleGradient) {
    Map<String, double[]> gradients = new LinkedHashMap<>();
    if (cell.trained().isEmpty()) {
      return gradients;
    }
    StepGradient gradient =
        new StepGradient(scaleGradient, sums[0], sums[1], sums[2], sums[3], sums[4]);
    for (PhysicalConstant constant : cell.trained()) {
      gradients.put(constant.key(), gradient.withRespectTo(constant, current));
    }
    return gradients;
  }
}
