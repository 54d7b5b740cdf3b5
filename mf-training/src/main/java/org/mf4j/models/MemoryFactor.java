package org.mf4j.models;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.Interval;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.NanowireNeuron;
import org.mf4j.networks.RecurrentWeights;
import org.mf4j.options.Distribution;
import org.mf4j.reservoir.ReservoirOptions;
import org.mf4j.reservoir.input.IntervalInput;
import org.mf4j.reservoir.topology.Uncoupled;

/**
 * The check of an assembly of nanowire neurons before it is used: Theorem 3.1 of [ESANN] wants rho
 * = sup |1 - deltaT (K_p + K_d)| &lt; 1 for every neuron over the range of the training inputs.
 */
final class MemoryFactor {
  private MemoryFactor() {}

  /**
   * What speaks against an assembly that may not forget where it started. Networks with RESCALE or
   * with coupled neurons are not assemblies and pass.
   *
   * @return the theorem and the largest admissible deltaT
   */
  static Optional<String> obstacle(
      MemristiveDynamics dynamics,
      Integration integration,
      RecurrentWeights weights,
      SeriesSet train) {
    boolean coupled =
        Arrays.stream(weights.recurrent()).flatMapToDouble(Arrays::stream).anyMatch(w -> w != 0);
    if (dynamics.drive().isRescaled() || coupled) {
      return Optional.empty();
    }
    double[] bias = weights.bias()[0];
    Interval[] ranges = ranges(train);
    return violation(
        dynamics, integration, bias.length, i -> drive(weights.input(), bias[i], ranges, i));
  }

  /**
   * Asks the same before anything is drawn: of every weight that can be drawn. Empty also for
   * reservoirs that are no assemblies with weights from one interval.
   *
   * @return the theorem and the largest admissible deltaT
   */
  static Optional<String> obstacle(
      MemristiveDynamics dynamics,
      Integration integration,
      ReservoirOptions reservoir,
      SeriesSet train) {
    boolean assembly =
        !dynamics.drive().isRescaled()
            && reservoir.topology().equals(new Uncoupled())
            && reservoir.biasScaling().equals(new Distribution.Constant(0));
    if (!assembly || !(reservoir.input() instanceof IntervalInput weights)) {
      return Optional.empty();
    }
    Interval drive = drive(weights, ranges(train));
    return violation(dynamics, integration, dynamics.distinctNeurons(), i -> drive);
  }

  private static Optional<String> violation(
      MemristiveDynamics dynamics,
      Integration integration,
      int neurons,
      IntFunction<Interval> drives) {
    double rho = 0;
    double largestStep = Double.POSITIVE_INFINITY;
    for (int i = 0; i < neurons; i++) {
      Interval drive = drives.apply(i);
      NanowireNeuron neuron = new NanowireNeuron(dynamics, integration, i);
      rho = Math.max(rho, neuron.memoryFactor(drive));
      largestStep = Math.min(largestStep, largestStep(dynamics, drive, i));
    }
    return rho < 1
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "deltaT: Theorem 3.1 needs a memory factor rho < 1 over the training inputs, here"
                    + " rho = %.3g; deltaT must be below %.3g",
                rho,
                largestStep));
  }

  /** rho wants deltaT P below 1 + gamma for the largest rate P = K_p + K_d. */
  private static double largestStep(MemristiveDynamics dynamics, Interval drive, int neuron) {
    double largest = dynamics.rates(neuron).totals(drive).upper();
    return (1 + dynamics.gamma().at(neuron)) / largest;
  }

  private static Interval[] ranges(SeriesSet train) {
    Interval[] ranges = new Interval[train.channels()];
    for (int c = 0; c < ranges.length; c++) {
      double lower = Double.POSITIVE_INFINITY;
      double upper = Double.NEGATIVE_INFINITY;
      for (Series series : train.series()) {
        double[] x = series.channels()[c];
        lower = Math.min(lower, Arrays.stream(x).min().orElseThrow());
        upper = Math.max(upper, Arrays.stream(x).max().orElseThrow());
      }
      ranges[c] = new Interval(lower, upper);
    }
    return ranges;
  }

  /** All values of x W, each weight anywhere in its interval, each channel in its range. */
  private static Interval drive(IntervalInput weights, Interval[] ranges) {
    double lower = 0;
    double upper = 0;
    for (Interval range : ranges) {
      double low = weights.centre() - weights.spread();
      double high = weights.centre() + weights.spread();
      double[] ends = {
        low * range.lower(), low * range.upper(), high * range.lower(), high * range.upper()
      };
      lower += Arrays.stream(ends).min().orElseThrow();
      upper += Arrays.stream(ends).max().orElseThrow();
    }
    return new Interval(lower, upper);
  }

  /** All values of x W + b of one neuron, each channel anywhere in its range. */
  private static Interval drive(double[][] input, double bias, Interval[] ranges, int neuron) {
    double lower = bias;
    double upper = bias;
    for (int c = 0; c < ranges.length; c++) {
      double one = input[c][neuron] * ranges[c].lower();
      double other = input[c][neuron] * ranges[c].upper();
      lower += Math.min(one, other);
      upper += Math.max(one, other);
    }
    return new Interval(lower, upper);
  }
}
