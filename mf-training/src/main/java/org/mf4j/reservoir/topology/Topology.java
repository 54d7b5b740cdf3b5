package org.mf4j.reservoir.topology;

import java.util.List;
import java.util.OptionalDouble;
import org.mf4j.options.Catalogue;
import org.mf4j.options.TextForm;
import org.mf4j.random.SeededRandom;
import org.mf4j.reservoir.topology.Sparse.FanIn;

/**
 * How the recurrent matrix RW of a reservoir is drawn. In the row-vector convention u = x W + h RW
 * + b, entry {@code [i][j]} is the weight with which neuron i feeds neuron j. An implementation is
 * immutable and draws the same numbers from the same generator on every machine. {@link #FORM} is
 * the text of those that have a name; one of your own describes itself by {@code toString}.
 */
@FunctionalInterface
public interface Topology {
  /** The topologies that can be chosen by name. */
  TextForm<Topology> FORM =
      new Catalogue<>(
              Topology.class,
              "a topology",
              List.of(FanIn.FORM),
              List.of(
                  Catalogue.Kind.of("dense", CircularLaw.class, "radius"),
                  Catalogue.Kind.of("sparse", Sparse.class, "radius", "fanIn"),
                  Catalogue.Kind.of("ring", Ring.class, "weight"),
                  Catalogue.Kind.of("delay-line", DelayLine.class, "weight"),
                  Catalogue.Kind.of("uncoupled", Uncoupled.class, "selfWeight"),
                  Catalogue.Kind.of("exact-radius", ExactRadius.class, "topology", "radius")))
          .form();

  /**
   * Draws a matrix.
   *
   * @param units N, at least 1
   * @param random where the numbers come from
   * @return RW {@code [N][N]}
   * @throws IllegalArgumentException if the topology does not exist for that many neurons
   */
  double[][] draw(int units, SeededRandom random);

  /** {@return the spectral radius that this topology is made for, if it is made for one} */
  default OptionalDouble radius() {
    return OptionalDouble.empty();
  }

  /**
   * The same topology with another spectral radius; unless overridden, this one rescaled exactly.
   *
   * @param rho the radius, 0 or above; above 0 where it is met exactly
   * @return a topology of the same connections
   * @throws IllegalArgumentException if the radius is out of its range
   */
  default Topology withSpectralRadius(double rho) {
    return new ExactRadius(this, rho);
  }
}
