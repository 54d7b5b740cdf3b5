package org.mf4j.stability;

/**
 * What a sufficient condition finds: a set that no input makes the states leave, and a bound of how
 * far one step leaves two states of it apart. Where the set is invariant and the rate below 1,
 * every step is a contraction of a compact convex set, and so there is one solution per input
 * sequence, which attracts all others: the network is globally stable for any input.
 *
 * @param invariantSet whether the set of the condition is invariant for every input
 * @param rate |h'(t+1) - h(t+1)| &lt;= rate |h'(t) - h(t)| in the condition's norm, for every two
 *     states of the set under the same input
 */
public record ContractionBound(boolean invariantSet, double rate) {
  /** {@return true if global stability is proved} */
  public boolean holds() {
    return invariantSet && rate < 1;
  }

  /** {@return 1 - rate, above 0 where the rate proves a contraction} */
  public double margin() {
    return 1 - rate;
  }
}
