package org.mf4j.stability.measured;

import java.util.ArrayList;
import java.util.List;
import org.mf4j.stability.DrivenMap;

/**
 * How many responses one input has (Ceni, Ashwin, Livi and Postlethwaite, Physica D 412, 132609,
 * 2020): several initial states are driven by the same input, and the states that they end in are
 * counted. 1 means that they converged: the echo-state property, as far as these states and this
 * input tell. A slow network may need more steps than the series has; {@code spread} tells that
 * from real multistability.
 *
 * @param index the number of end states that are farther apart than the tolerance
 * @param spread the largest distance of two end states, divided by that of the initial states, in
 *     the maximum norm
 */
public record EchoIndex(int index, double spread) {

  /**
   * Measures.
   *
   * @param map the map
   * @param inputs {@code [T][nIn]}
   * @param initialStates two or more states that are not all equal
   * @param tolerance end states nearer than this, in the maximum norm, count as one; above 0
   * @return the index
   * @throws IllegalArgumentException if there are not two different states or the tolerance is not
   *     above 0
   */
  public static EchoIndex of(
      DrivenMap map, double[][] inputs, List<double[]> initialStates, double tolerance) {
    double before = largestDistance(initialStates);
    if (!(before > 0) || !(tolerance > 0)) {
      throw new IllegalArgumentException(
          "initialStates, tolerance: give two different states at least and a tolerance above 0");
    }
    List<double[]> ends =
        initialStates.stream().map(start -> Trajectory.last(map, inputs, start)).toList();
    List<double[]> responses = new ArrayList<>();
    for (double[] end : ends) {
      // A distance that is not a number is none that is near.
      if (responses.stream().noneMatch(known -> distance(known, end) <= tolerance)) {
        responses.add(end);
      }
    }
    return new EchoIndex(responses.size(), largestDistance(ends) / before);
  }

  private static double largestDistance(List<double[]> states) {
    double largest = 0;
    for (double[] one : states) {
      for (double[] other : states) {
        largest = Math.max(largest, distance(one, other));
      }
    }
    return largest;
  }

  private static double distance(double[] one, double[] other) {
    double largest = 0;
    for (int i = 0; i < one.length; i++) {
      largest = Math.max(largest, Math.abs(one[i] - other[i]));
    }
    return largest;
  }
}
