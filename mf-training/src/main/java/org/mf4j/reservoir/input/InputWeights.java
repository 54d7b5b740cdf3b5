package org.mf4j.reservoir.input;

import java.util.List;
import java.util.Optional;
import org.mf4j.options.Catalogue;
import org.mf4j.options.Distribution;
import org.mf4j.options.TextForm;
import org.mf4j.random.SeededRandom;

/**
 * How the input weights W of a reservoir are drawn, u = x W + h RW + b. An implementation is
 * immutable and draws the same numbers from the same generator on every machine. {@link #FORM} is
 * the text of those that have a name; ones of your own describe themselves by {@code toString}.
 */
@FunctionalInterface
public interface InputWeights {
  /** The input weights that can be chosen by name. */
  TextForm<InputWeights> FORM =
      new Catalogue<>(
              InputWeights.class,
              "input weights",
              List.of(Distribution.FORM),
              List.of(
                  Catalogue.Kind.of("uniform", UniformInput.class, "scaling"),
                  Catalogue.Kind.of("interval", IntervalInput.class, "centre", "spread"),
                  Catalogue.Kind.of("sign", SignInput.class, "scaling"),
                  Catalogue.Kind.of("sparse", SparseInput.class, "weights", "probability"),
                  Catalogue.Kind.of("views", ViewsInput.class, "scaling", "views")))
          .form();

  /**
   * Draws a matrix.
   *
   * @param nIn the number of input channels, at least 1
   * @param units N, at least 1
   * @param random where the numbers come from
   * @return W {@code [nIn][N]}
   * @throws IllegalArgumentException if there are no such weights for these sizes
   */
  double[][] draw(int nIn, int units, SeededRandom random);

  /** {@return omega, the scaling of the weights, if there is one} */
  default Optional<Distribution> scaling() {
    return Optional.empty();
  }

  /**
   * The same weights with another scaling.
   *
   * @param omega the distribution of omega_j, above 0
   * @return input weights of the same kind
   * @throws IllegalArgumentException if the scaling is out of its range or there is none
   */
  default InputWeights withScaling(Distribution omega) {
    throw new IllegalArgumentException(
        "inputScaling: the input weights " + this + " have no scaling; name other input weights");
  }

  /** {@return the one interval from which all weights come, if there is one} */
  default Optional<IntervalInput> interval() {
    return Optional.empty();
  }
}
