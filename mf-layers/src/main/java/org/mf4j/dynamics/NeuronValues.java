package org.mf4j.dynamics;

import java.io.Serializable;
import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;

/** A constant of the dynamics: one value that all neurons share, or one value per neuron. */
public final class NeuronValues implements Serializable {
  private static final long serialVersionUID = 1L;

  private final double[] values;

  private NeuronValues(double[] values) {
    this.values = values;
  }

  /**
   * Takes a copy of the values and checks each.
   *
   * @param field the name that an error message gives
   * @param range the allowed range, in words
   * @param allowed whether a value lies in the range
   * @param values one value for all neurons, or one per neuron
   * @return the immutable values
   * @throws IllegalArgumentException if there is none or one is out of range
   */
  public static NeuronValues of(
      String field, String range, DoublePredicate allowed, double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException(field + ": give one value, or one per neuron");
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i]) || !allowed.test(values[i])) {
        String where = values.length == 1 ? "" : " of neuron " + i + " (the first is 0)";
        throw new IllegalArgumentException(
            field + where + " = " + values[i] + ": must be " + range);
      }
    }
    return new NeuronValues(values.clone());
  }

  /** {@return the number of values: 1 if all neurons share it} */
  public int size() {
    return values.length;
  }

  /**
   * The value of one neuron.
   *
   * @param neuron its index
   * @return the shared value, or that neuron's own
   */
  public double at(int neuron) {
    return values[values.length == 1 ? 0 : neuron];
  }

  /** {@return a copy of the values, of length {@link #size()}} */
  public double[] toArray() {
    return values.clone();
  }

  /**
   * One value per neuron.
   *
   * @param neurons the number of neurons
   * @return an array of that length
   */
  public double[] expand(int neurons) {
    double[] expanded = new double[neurons];
    Arrays.setAll(expanded, this::at);
    return expanded;
  }

  /**
   * Applies a function to every value.
   *
   * @param function what is applied
   * @return the results, of length {@link #size()}
   */
  public double[] map(DoubleUnaryOperator function) {
    return Arrays.stream(values).map(function).toArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NeuronValues that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return values.length == 1 ? Double.toString(values[0]) : Arrays.toString(values);
  }
}
