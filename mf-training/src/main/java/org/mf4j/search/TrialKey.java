package org.mf4j.search;

/** Which trial of a search. */
record TrialKey(String configuration, int draw) {
  static TrialKey of(TrialResult result) {
    return new TrialKey(result.configuration(), result.draw());
  }
}
