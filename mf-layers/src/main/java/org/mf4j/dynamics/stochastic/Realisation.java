package org.mf4j.dynamics.stochastic;

/** Which noise a network meets when it is run again. */
public enum Realisation {
  /**
   * Series are numbered through from call to call, so every run meets new noise, as a device does.
   * The default. A batch that is cut in two meets the noise of the whole batch.
   */
  FRESH,
  /**
   * The first series of every call has number 0, so the same call gives the same result: what a
   * numerical check of a gradient needs, or a comparison of two networks under the same noise.
   */
  REPEATED
}
