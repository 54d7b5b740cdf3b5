package org.mf4j.stability;

/** What the conditions say of a network altogether. */
public enum Verdict {
  /** A sufficient condition holds: one attracting solution for every input. */
  GLOBALLY_STABLE("globally stable"),
  /**
   * The necessary condition of Theorem V.6 holds and no sufficient one: uncoupled neurons forget,
   * but whether the coupled ones do depends on the input.
   */
  LOCALLY_PLAUSIBLE("only locally plausible"),
  /** The necessary condition of Theorem V.6 fails: a neuron overshoots or does not forget. */
  UNSTABLE("unstable");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /** {@return the verdict as reports state it} */
  public String words() {
    return words;
  }
}
