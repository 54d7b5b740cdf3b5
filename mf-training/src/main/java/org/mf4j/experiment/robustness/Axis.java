package org.mf4j.experiment.robustness;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.mf4j.hardware.NonidealityKind;
import org.mf4j.options.Require;

/**
 * A non-ideality and the strengths at which models are scored.
 *
 * @param kind which
 * @param strengths in the order from harmless to harmful; at least one
 */
public record Axis(NonidealityKind kind, List<Double> strengths) {
  /**
   * Evenly spaced strengths, on a logarithmic scale where the non-ideality has one.
   *
   * @param kind which non-ideality
   * @param first one end
   * @param last the other end
   * @param count how many, at least 2
   * @return the axis
   * @throws IllegalArgumentException if there are fewer than 2, or a strength is out of range
   */
  public static Axis between(NonidealityKind kind, double first, double last, int count) {
    Require.atLeast("number of strengths of " + kind.id(), count, 2);
    List<Double> strengths = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double share = (double) i / (count - 1);
      strengths.add(
          rounded(
              kind.isLogarithmic()
                  ? first * Math.pow(last / first, share)
                  : first + share * (last - first)));
    }
    return new Axis(kind, strengths);
  }

  /** Twelve digits: a third of 0.3 is 0.1. */
  private static double rounded(double strength) {
    return new BigDecimal(strength).round(new MathContext(12)).doubleValue();
  }

  /**
   * Every strength is in the range of the non-ideality; they are put in order.
   *
   * @throws IllegalArgumentException if there is none, or one is out of range
   */
  public Axis {
    Require.positive("number of strengths of " + kind.id(), strengths.size());
    strengths.forEach(kind::of);
    Comparator<Double> harmlessFirst = Comparator.naturalOrder();
    strengths =
        strengths.stream()
            .distinct()
            .sorted(kind.growsWithStrength() ? harmlessFirst : Collections.reverseOrder())
            .toList();
  }
}
