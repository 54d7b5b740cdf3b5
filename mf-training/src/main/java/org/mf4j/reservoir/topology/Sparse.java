package org.mf4j.reservoir.topology;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.mf4j.options.Catalogue;
import org.mf4j.options.Require;
import org.mf4j.options.TextForm;
import org.mf4j.random.SeededRandom;

/**
 * Every neuron is fed by the same number k of neurons, chosen at random without repetition, with
 * weights from U[-v, v], v = rho sqrt(3 / k). The variance of a row of N entries is then that of
 * {@link CircularLaw}, and by the sparse circular law (Wood, Ann. Appl. Probab. 22, 2012; Rudelson
 * and Tikhomirov, GAFA 29, 2019) the spectral radius is near rho for large N. With few inputs or
 * neurons it scatters; {@link ExactRadius} around this meets it exactly.
 *
 * @param spectralRadius rho, 0 or above
 * @param fanIn how many neurons feed a neuron
 */
public record Sparse(double spectralRadius, FanIn fanIn) implements Topology {
  /** A number of feeding neurons that may depend on N. */
  public sealed interface FanIn {
    /** A number of neurons, or {@code density(share)}. */
    TextForm<FanIn> FORM = form();

    private static TextForm<FanIn> form() {
      TextForm<FanIn> share =
          new Catalogue<>(
                  FanIn.class,
                  "a number of neurons or a share of them",
                  List.of(),
                  List.of(Catalogue.Kind.of("density", Density.class)))
              .form();
      return new TextForm<>(
          FanIn.class,
          share.words(),
          text ->
              Character.isDigit(text.charAt(0))
                  ? new Fixed(TextForm.WHOLE.read(text))
                  : share.read(text),
          fanIn -> fanIn instanceof Fixed fixed ? (Object) fixed.neurons() : share.write(fanIn));
    }

    /**
     * The number.
     *
     * @param units N
     * @return k, from 1 to N
     */
    int of(int units);
  }

  /**
   * A given number, or N where there are fewer neurons.
   *
   * @param neurons k, at least 1
   */
  public record Fixed(int neurons) implements FanIn {
    /**
     * At least one neuron feeds each.
     *
     * @throws IllegalArgumentException if the number is below 1
     */
    public Fixed {
      Require.positive("fanIn", neurons);
    }

    @Override
    public int of(int units) {
      return Math.min(neurons, units);
    }
  }

  /**
   * A share of all neurons, rounded, at least one.
   *
   * @param share in (0, 1]
   */
  public record Density(double share) implements FanIn {
    /**
     * The share is in (0, 1].
     *
     * @throws IllegalArgumentException if the share is not in (0, 1]
     */
    public Density {
      Require.fraction("density", share);
    }

    @Override
    public int of(int units) {
      return (int) Math.max(1, Math.round(share * units));
    }
  }

  /**
   * The spectral radius is 0 or above.
   *
   * @throws IllegalArgumentException if the spectral radius is negative or not finite
   */
  public Sparse {
    Require.nonNegative("spectralRadius", spectralRadius);
  }

  /**
   * With a given number of feeding neurons.
   *
   * @param spectralRadius rho, 0 or above
   * @param fanIn k, at least 1
   */
  public Sparse(double spectralRadius, int fanIn) {
    this(spectralRadius, new Fixed(fanIn));
  }

  @Override
  public double[][] draw(int units, SeededRandom random) {
    int inputs = fanIn.of(units);
    double bound = spectralRadius * Math.sqrt(3.0 / inputs);
    double[][] matrix = new double[units][units];
    int[] neurons = IntStream.range(0, units).toArray();
    for (int j = 0; j < units; j++) {
      random.shuffle(neurons);
      for (int k = 0; k < inputs; k++) {
        matrix[neurons[k]][j] = random.uniform(-bound, bound);
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
    return new Sparse(rho, fanIn);
  }
}
