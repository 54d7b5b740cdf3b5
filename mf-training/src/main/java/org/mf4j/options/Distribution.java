package org.mf4j.options;

import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.mf4j.random.SeededRandom;

/**
 * How a number differs from neuron to neuron, or from trial to trial; the numbers are independent.
 * {@link #FORM} is the text of those that have a name; one of your own describes itself by {@code
 * toString}.
 */
public interface Distribution {
  /** A number, for all the same, or a named distribution. */
  TextForm<Distribution> FORM = Named.form();

  /**
   * Draws one number.
   *
   * @param random where it comes from
   * @return the number
   */
  double next(SeededRandom random);

  /** {@return the smallest number that can be drawn, or minus infinity} */
  double lowest();

  /** {@return the largest number that can be drawn, or what all are below, or infinity} */
  double highest();

  /** {@return whether all numbers are the same, and nothing is taken from the generator} */
  default boolean isConstant() {
    return false;
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
    public boolean isConstant() {
      return true;
    }

    @Override
    public double next(SeededRandom random) {
      return value;
    }

    @Override
    public double lowest() {
      return value;
    }

    @Override
    public double highest() {
      return value;
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
     * The bounds are finite and in order.
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
    public double highest() {
      return upper;
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
     * The bounds are above 0 and in order.
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
    public double highest() {
      return upper;
    }
  }

  /**
   * One of several values, each as likely.
   *
   * @param values at least one
   */
  record Choice(List<Double> values) implements Distribution {
    /**
     * There is a value.
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
    public double highest() {
      return Collections.max(values);
    }
  }

  /**
   * N(mean, std<sup>2</sup>).
   *
   * @param mean finite
   * @param std 0 or above
   */
  record Normal(double mean, double std) implements Distribution {
    /**
     * Mean and deviation are finite.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Normal {
      Require.finite("mean", mean);
      Require.nonNegative("std", std);
    }

    @Override
    public double next(SeededRandom random) {
      return mean + std * random.nextGaussian();
    }

    @Override
    public double lowest() {
      return std > 0 ? Double.NEGATIVE_INFINITY : mean;
    }

    @Override
    public double highest() {
      return std > 0 ? Double.POSITIVE_INFINITY : mean;
    }
  }

  /**
   * median exp(sigma g), g from N(0, 1): what the conductances of devices usually follow.
   *
   * @param median above 0
   * @param sigma the standard deviation of the logarithm, 0 or above
   */
  record LogNormal(double median, double sigma) implements Distribution {
    /**
     * The median is above 0, the deviation finite.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public LogNormal {
      Require.positive("median", median);
      Require.nonNegative("sigma", sigma);
    }

    @Override
    public double next(SeededRandom random) {
      return median * StrictMath.exp(sigma * random.nextGaussian());
    }

    /** The smallest double above 0, below which nothing is drawn. */
    @Override
    public double lowest() {
      return sigma > 0 ? Double.MIN_VALUE : median;
    }

    @Override
    public double highest() {
      return sigma > 0 ? Double.POSITIVE_INFINITY : median;
    }
  }

  /** The distributions that have a name. */
  final class Named {
    private static final Catalogue<Distribution> CATALOGUE =
        new Catalogue<>(
            Distribution.class,
            "a number or a distribution",
            List.of(),
            List.of(
                Catalogue.Kind.of("uniform", Uniform.class),
                Catalogue.Kind.of("log-uniform", LogUniform.class),
                Catalogue.Kind.of("normal", Normal.class),
                Catalogue.Kind.of("log-normal", LogNormal.class),
                Catalogue.Kind.of("one-of", Choice.class)));
    private static final Pattern NUMBER = Pattern.compile("[-+.\\d].*");

    private Named() {}

    private static TextForm<Distribution> form() {
      TextForm<Distribution> named = CATALOGUE.form();
      return new TextForm<>(
          Distribution.class,
          named.words(),
          text -> read(named, text),
          value -> value instanceof Constant same ? (Object) same.value() : named.write(value));
    }

    private static Distribution read(TextForm<Distribution> named, String text) {
      if (NUMBER.matcher(text).matches()) {
        return new Constant(TextForm.NUMBER.read(text));
      }
      if (!text.contains("(")) {
        throw new IllegalArgumentException("unknown; must be " + named.words());
      }
      return named.read(text);
    }
  }
}
