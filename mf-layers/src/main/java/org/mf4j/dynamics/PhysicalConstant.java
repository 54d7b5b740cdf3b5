package org.mf4j.dynamics;

/**
 * The constants of the dynamics that can be learned. Training moves a <em>free</em> number w in
 * (-inf, inf), from which the constant is computed, so that no update can leave its range: the
 * positive constants are exp(w), gamma is 1/(1 + exp(-w)).
 */
public enum PhysicalConstant {
  /** Stabiliser gamma; a trained one starts at no more than {@value #MAX_TRAINED_GAMMA}. */
  GAMMA("gamma"),
  /** Step of the integration. */
  DELTA_T("deltaT"),
  /** Slope of RESCALE. */
  SLOPE("slope"),
  /** K_p0. */
  KP0("kp0"),
  /** K_d0. */
  KD0("kd0"),
  /** Exponent eta_p. */
  ETA_P("etaP"),
  /** Exponent eta_d. */
  ETA_D("etaD");

  /** Above it the logistic function is so flat that gamma would not move. */
  public static final double MAX_TRAINED_GAMMA = 0.999;

  /** Beyond it exp(w) would leave the range of a float, and so the range of the constant. */
  private static final double MAX_FREE = 80;

  private final String key;

  PhysicalConstant(String key) {
    this.key = key;
  }

  /** {@return the name of the parameter that holds the free number} */
  public String key() {
    return key;
  }

  /**
   * The free number of a value.
   *
   * @param value a value of the constant
   * @return w
   */
  public double toFree(double value) {
    if (this == GAMMA) {
      double gamma = Math.min(value, MAX_TRAINED_GAMMA);
      return Math.log(gamma / (1 - gamma));
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
    return this == GAMMA ? 1 / (1 + Math.exp(-w)) : Math.exp(w);
  }

  /**
   * d value / d w.
   *
   * @param value a value of the constant
   * @return the derivative of {@link #fromFree} there
   */
  public double derivative(double value) {
    return this == GAMMA ? value * (1 - value) : value;
  }

  /**
   * Reads this constant.
   *
   * @param dynamics all constants
   * @return the value or values of this one
   */
  public double[] of(MemristiveDynamics dynamics) {
    return switch (this) {
      case GAMMA -> dynamics.gamma().toArray();
      case DELTA_T -> dynamics.deltaT().toArray();
      case SLOPE -> dynamics.slope().toArray();
      case KP0 -> dynamics.kp0().toArray();
      case KD0 -> dynamics.kd0().toArray();
      case ETA_P -> dynamics.etaP().toArray();
      case ETA_D -> dynamics.etaD().toArray();
    };
  }

  /**
   * Replaces this constant.
   *
   * @param dynamics all constants
   * @param values the value or values of this one
   * @return the changed copy
   */
  public MemristiveDynamics with(MemristiveDynamics dynamics, double... values) {
    return switch (this) {
      case GAMMA -> dynamics.withGamma(values);
      case DELTA_T -> dynamics.withDeltaT(values);
      case SLOPE -> dynamics.withSlope(values);
      case KP0 -> dynamics.withKp0(values);
      case KD0 -> dynamics.withKd0(values);
      case ETA_P -> dynamics.withEtaP(values);
      case ETA_D -> dynamics.withEtaD(values);
    };
  }
}
