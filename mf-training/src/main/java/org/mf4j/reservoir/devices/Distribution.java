package org.mf4j.reservoir.devices;

import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;

/**
 * How a number differs from neuron to neuron; the numbers of the neurons are independent. Describes
 * itself in words by {@code toString}.
 */
public sealed interface Distribution {
  /**
   * Draws one number.
   *
   * @param random where it comes from
   * @return the number
   */
  double next(SeededRandom random);

  /** {@return the smallest number that can be drawn} */
  double lowest();

  /** {@return for reports: the number where all neurons have the same, otherwise words} */
  default Object describe() {
    return toString();
  }

  /**
   * One number per neuron.
   *
   * @param units N
   * @param random where they come from; a constant takes nothing from it
   * @return {@code [N]}
   */
  default double[] draw(int units, SeededRandom random) {
    return DoubleStream.generate(() -> next(random)).limit(units).toArray();
  }

  /**
   * The same for all neurons.
   *
   * @param value the number
   */
  record Constant(double value) implements Distribution {
    @Override
    public double next(SeededRandom random) {
      return value;
    }

    @Override
    public double lowest() {
      return value;
    }

    @Override
    public Object describe() {
      return value;
    }

    @Override
    public String toString() {
      return Double.toString(value);
    }
  }

  /**
   * U[lower, upper).
   *
   * @param lower finite
   * @param upper finite, not below lower
   */
  record Uniform(double lower, double upper) implements Distribution {
    /**
     * Validates.
     *
     * @throws IllegalArgumentException if a bound is not finite or the bounds are out of order
     */
    public Uniform {
      Require.finite("lower", lower);
      Require.atLeast("upper", upper, lower);
    }

    @Override
    public double next(SeededRandom random) {
      return random.uniform(lower, upper);
    }

    @Override
    public double lowest() {
      return lower;
    }

    @Override
    public String toString() {
      return "uniform [" + lower + ", " + upper + "]";
    }
  }

  /**
   * exp(U[ln lower, ln upper)): every factor is as likely wherever it lies, as suits numbers whose
   * order of magnitude is open.
   *
   * @param lower above 0
   * @param upper finite, not below lower
   */
  record LogUniform(double lower, double upper) implements Distribution {
    /**
     * Validates.
     *
     * @throws IllegalArgumentException if a bound is not above 0 or the bounds are out of order
     */
    public LogUniform {
      Require.positive("lower", lower);
      Require.atLeast("upper", upper, lower);
    }

    @Override
    public double next(SeededRandom random) {
      return StrictMath.exp(random.uniform(StrictMath.log(lower), StrictMath.log(upper)));
    }

    @Override
    public double lowest() {
      return lower;
    }

    @Override
    public String toString() {
      return "log-uniform [" + lower + ", " + upper + "]";
    }
  }

  /**
   * One of several values, each as likely.
   *
   * @param values at least one
   */
  record Choice(List<Double> values) implements Distribution {
    /**
     * Copies.
     *
     * @throws IllegalArgumentException if there is no value
     */
    public Choice {
      values = List.copyOf(values);
      Require.positive("number of values", values.size());
    }

    /**
     * One of several values.
     *
     * @param values at least one
     */
    public Choice(Double... values) {
      this(List.of(values));
    }

    @Override
    public double next(SeededRandom random) {
      return values.get(random.nextInt(values.size()));
    }

    @Override
    public double lowest() {
      return Collections.min(values);
    }

    @Override
    public String toString() {
      return "one of " + values;
    }
  }
}
