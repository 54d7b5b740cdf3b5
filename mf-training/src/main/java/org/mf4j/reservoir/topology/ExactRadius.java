package org.mf4j.reservoir.topology;

import java.util.OptionalDouble;
import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;

/**
 * Another topology, multiplied so that its spectral radius is rho to rounding: RW rho / (largest
 * eigenvalue modulus of RW). All eigenvalues are computed, O(N<sup>3</sup>).
 *
 * @param topology what is rescaled
 * @param spectralRadius rho, above 0
 */
public record ExactRadius(Topology topology, double spectralRadius) implements Topology {
  /** Below it the radius is rounding, as for the nilpotent matrix of a delay line. */
  private static final double SMALLEST_RADIUS = 1e-9;

  /**
   * The spectral radius is above 0.
   *
   * @throws IllegalArgumentException if the spectral radius is not finite and above 0
   */
  public ExactRadius {
    Require.positive("spectralRadius", spectralRadius);
  }

  /**
   * A dense uniform matrix of that radius.
   *
   * @param spectralRadius rho, above 0
   */
  public ExactRadius(double spectralRadius) {
    this(new CircularLaw(1), spectralRadius);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the drawn matrix has no eigenvalue but 0 and so cannot be
   *     given a radius
   */
  @Override
  public double[][] draw(int units, SeededRandom random) {
    double[][] matrix = topology.draw(units, random);
    double radius = SpectralRadius.of(matrix);
    if (radius < SMALLEST_RADIUS) {
      throw new IllegalArgumentException(
          "topology "
              + FORM.text(topology)
              + ": its spectral radius is 0 and no factor changes that; use another topology");
    }
    for (double[] row : matrix) {
      for (int j = 0; j < units; j++) {
        row[j] *= spectralRadius / radius;
      }
    }
    return matrix;
  }

  @Override
  public OptionalDouble radius() {
    return OptionalDouble.of(spectralRadius);
  }

  @Override
  public Topology withSpectralRadius(double rho) {
    return new ExactRadius(topology, rho);
  }
}
