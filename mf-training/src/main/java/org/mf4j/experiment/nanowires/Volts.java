package org.mf4j.experiment.nanowires;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.mf4j.options.Require;

/**
 * How numbers go into a network of nanowires: V = offset + scale x.
 *
 * @param offset the voltage at x = 0
 * @param scale volts per unit of x
 * @param deltaT the step of the junctions, positive
 */
public record Volts(double offset, double scale, double deltaT) {
  /** deltaT and the volts of the largest number that {@link #best} tries. */
  private static final List<Double> STEPS = List.of(0.1, 1.0);

  private static final List<Double> LARGEST = List.of(2.0, 5.0, 10.0, 20.0);

  /**
   * The step is positive.
   *
   * @throws IllegalArgumentException if not
   */
  public Volts {
    Require.positive("deltaT", deltaT);
  }

  /**
   * The best of eight ways, 0 V to 2, 5, 10 or 20 V in steps of 0.1 or 1.
   *
   * @param lowest the number that goes in as 0 V
   * @param highest the number that goes in as the largest voltage
   * @param score what is to be large
   * @return the way of the largest score
   */
  public static Volts best(double lowest, double highest, ToDoubleFunction<Volts> score) {
    return STEPS.stream()
        .flatMap(step -> LARGEST.stream().map(volts -> between(lowest, highest, volts, step)))
        .max(Comparator.comparingDouble(score))
        .orElseThrow();
  }

  private static Volts between(double lowest, double highest, double volts, double deltaT) {
    double scale = volts / (highest - lowest);
    return new Volts(0 - lowest * scale, scale, deltaT);
  }
}
