package org.mf4j.cells;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.dynamics.StepCoefficients;
import org.mf4j.dynamics.StepGradient;

/**
 * {@link MemristiveCell}, or {@link GatedMemristiveCell}, on float arrays. Saved for the adjoint: g
 * = sigmoid(v), or v itself without RESCALE, and the gates.
 */
record MemristiveKernel(
    MemristiveCell cell,
    MemristiveDynamics current,
    StepCoefficients coefficients,
    int neurons,
    boolean gated)
    implements CellKernel {

  @Override
  public double[] scale() {
    double[] slope = coefficients.slope();
    if (Arrays.stream(slope).allMatch(s -> s == 1)) {
      return new double[0];
    }
    double[] scale = Arrays.copyOf(slope, gated ? 3 * neurons : neurons);
    Arrays.fill(scale, neurons, scale.length, 1);
    return scale;
  }

  @Override
  public StepKernel step(int rows) {
    boolean euler = cell.integration() == Integration.EULER;
    MemristiveRates rates =
        new MemristiveRates(coefficients, rows, current.drive().isRescaled(), gated, !euler);
    RateSums sums = new RateSums(cell.trained().isEmpty() ? 0 : neurons);
    StepKernel step = euler ? new EulerKernel(rates, sums) : new ExactKernel(rates, sums);
    return cell.noise().isNone()
        ? step
        : new NoisyKernel(step, rates, sums, new NoisyKernel.Noise(cell, current, rates, neurons));
  }

  @Override
  public Map<String, double[]> constantGradients(double[][] sums, double[] scaleGradient) {
    Map<String, double[]> gradients = new LinkedHashMap<>();
    if (cell.trained().isEmpty()) {
      return gradients;
    }
    double[] noise = cell.noise().isNone() ? new double[neurons] : sums[5];
    StepGradient gradient =
        new StepGradient(scaleGradient, sums[0], sums[1], sums[2], sums[3], sums[4], noise);
    for (PhysicalConstant constant : cell.trained()) {
      gradients.put(constant.key(), gradient.withRespectTo(constant, current));
    }
    return gradients;
  }
}
