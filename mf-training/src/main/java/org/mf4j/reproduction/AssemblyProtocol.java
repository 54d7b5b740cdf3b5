package org.mf4j.reproduction;

import java.util.List;
import org.mf4j.data.transform.MinMax;
import org.mf4j.data.transform.Pipeline;
import org.mf4j.options.Require;
import org.mf4j.search.Strategy;

/**
 * How the assemblies of [ESANN] are compared.
 *
 * @param transforms what is done to the series
 * @param strategy how many settings of Table 3 are tried
 * @param lambdas the penalties of the readout to choose from
 * @param trials final trials per assembly
 * @param seed decides every random number
 */
public record AssemblyProtocol(
    Pipeline transforms, Strategy strategy, List<Double> lambdas, int trials, long seed) {
  /** To [0, 1], where Theorem 3.1 leaves more of Table 3 than for inputs of both signs. */
  public static final Pipeline SCALING = new Pipeline(List.of(new MinMax()));

  /** The penalty in [APL]; which one [ESANN] has is not known. */
  public static final double LAMBDA = 1;

  /**
   * Copies and validates.
   *
   * @throws IllegalArgumentException if there is not at least one trial and one penalty
   */
  public AssemblyProtocol {
    Require.positive("trials", trials);
    Require.positive("lambdas", lambdas.size());
    lambdas = List.copyOf(lambdas);
  }

  /**
   * The paper's protocol, as far as it is known.
   *
   * @param strategy how many settings of Table 3 are tried
   * @param trials final trials per assembly
   * @param seed decides every random number
   * @return series in [0, 1], lambda 1
   */
  public static AssemblyProtocol paper(Strategy strategy, int trials, long seed) {
    return new AssemblyProtocol(SCALING, strategy, List.of(LAMBDA), trials, seed);
  }
}
