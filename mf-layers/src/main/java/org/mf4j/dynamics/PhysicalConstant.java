package org.mf4j.dynamics;

/**
 * The constants of a memristive neuron, one row each: the name under which files, settings and
 * learned parameters know it, what it is, the papers' value, and the range. {@link
 * MemristiveDynamics} holds a value of every row; whatever treats all constants alike loops over
 * these.
 *
 * <p>A constant can be learned. Training moves a <em>free</em> number w in (-inf, inf), from which
 * the constant is computed, so that no update can leave its range: the positive constants are
 * exp(w), gamma is 1/(1 + exp(-w)).
 */
public enum PhysicalConstant {
  /**
   * Stabiliser gamma of eq. (12), in (0, 1]; the papers' preset is 1. A trained one starts at no
   * more than {@value #MAX_TRAINED_GAMMA}.
   */
  GAMMA("gamma", "stabiliser of the memristive cell", 1, Range.UNIT),
  /**
   * Step deltaT of the integration, eq. (12), positive, in the rates' unit of time; 0.1 in the
   * preset.
   */
  DELTA_T(
      "deltaT",
      "step of the memristive cell, in the unit of time of the rates",
      0.1,
      Range.POSITIVE),
  /** Slope s of RESCALE, eq. (9), positive; 1 in the preset. Without RESCALE it has no effect. */
  SLOPE("slope", "s of RESCALE", 1, Range.POSITIVE),
  /** K_p0 of eq. (6): potentiation rate at drive 0, positive, per unit of time; 0.0001. */
  KP0("kp0", "K_p0 of eq. (6), per unit of time", 1e-4, Range.POSITIVE),
  /** K_d0 of eq. (6): depression rate at drive 0, positive, per unit of time; 0.5. */
  KD0("kd0", "K_d0 of eq. (6), per unit of time", 0.5, Range.POSITIVE),
  /** eta_p of eq. (6): exponent of K_p(z) = K_p0 exp(eta_p z), positive; 10. */
  ETA_P("etaP", "eta_p of eq. (6)", 10, Range.POSITIVE),
  /** eta_d of eq. (6): exponent of K_d(z) = K_d0 exp(-eta_d z), positive; 1. */
  ETA_D("etaD", "eta_d of eq. (6)", 1, Range.POSITIVE);

  /** Above it the logistic function is so flat that gamma would not move. */
  public static final double MAX_TRAINED_GAMMA = 0.999;

  /** Beyond it exp(w) would leave the range of a float, and so the range of the constant. */
  private static final double MAX_FREE = 80;

  /** The values above 0 that a constant may have, and the curve along which training moves it. */
  private enum Range {
    POSITIVE("positive", Double.POSITIVE_INFINITY),
    UNIT("in (0, 1], as Lemma V.1 and Theorem V.6 assume", 1);

    private final String words;
    private final double largest;

    Range(String words, double largest) {
      this.words = words;
      this.largest = largest;
    }
  }

  private final String key;
  private final String meaning;
  private final double paperValue;
  private final Range range;

  PhysicalConstant(String key, String meaning, double paperValue, Range range) {
    this.key = key;
    this.meaning = meaning;
    this.paperValue = paperValue;
    this.range = range;
  }

  /**
   * {@return the name of the constant in files, and of the parameter that holds its free number}
   */
  public String key() {
    return key;
  }

  /** {@return what the constant is, in words} */
  public String meaning() {
    return meaning;
  }

  /** {@return the value of the papers' preset, Table II for the rates} */
  public double paperValue() {
    return paperValue;
  }

  /** {@return the allowed values, in words} */
  public String range() {
    return range.words;
  }

  /**
   * Checks values of this constant.
   *
   * @param values one value for all neurons, or one per neuron
   * @return an immutable copy
   * @throws IllegalArgumentException if there is none, or one is not finite or out of range
   */
  public NeuronValues values(double... values) {
    return NeuronValues.of(key, range.words, v -> v > 0 && v <= range.largest, values);
  }

  /**
   * The free number of a value.
   *
   * @param value a value of the constant
   * @return w
   */
  public double toFree(double value) {
    if (isLogistic()) {
      double unit = Math.min(value, MAX_TRAINED_GAMMA);
      return Math.log(unit / (1 - unit));
    }
    return Math.log(value);
  }

  /**
   * The value of a free number.
   *
   * @param free w; beyond +-80 the constant moves no further
   * @return the constant, in its range
   */
  public double fromFree(double free) {
    double w = Math.max(-MAX_FREE, Math.min(MAX_FREE, free));
    return isLogistic() ? 1 / (1 + Math.exp(-w)) : Math.exp(w);
  }

  /** {@return whether the curve from w to the value is 1/(1 + exp(-w)); else it is exp(w)} */
  public boolean isLogistic() {
    return range == Range.UNIT;
  }

  /**
   * d value / d w.
   *
   * @param value a value of the constant
   * @return the derivative of {@link #fromFree} there
   */
  public double derivative(double value) {
    return isLogistic() ? value * (1 - value) : value;
  }
}
