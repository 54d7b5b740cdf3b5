package org.mf4j.random;

/**
 * The quantiles of the standard normal distribution by Algorithm AS 241, PPND16 (Wichura, Applied
 * Statistics 37, 477, 1988), to about 16 digits. Plain arithmetic but for the outer 15 %, where
 * {@link StrictMath} serves, so a probability gives the same bits on every machine; one uniform
 * number gives one normal number. The coefficients are the published ones, rounded to double.
 */
public final class NormalQuantile {
  private static final double CENTRE = 0.425;
  private static final double CENTRE_SQUARED = 0.180625;
  private static final double FAR = 5;
  private static final double NEAR_SHIFT = 1.6;

  private static final double[] CENTRE_NUMERATOR = {
    2509.0809287301227, 33430.57558358813, 67265.7709270087,
    45921.95393154987, 13731.69376550946, 1971.5909503065513,
    133.14166789178438, 3.3871328727963665
  };
  private static final double[] CENTRE_DENOMINATOR = {
    5226.495278852854, 28729.085735721943, 39307.89580009271,
    21213.794301586597, 5394.196021424751, 687.1870074920579,
    42.31333070160091, 1
  };
  private static final double[] NEAR_NUMERATOR = {
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506,
    1.2704582524523684, 3.6478483247632045, 5.769497221460691,
    4.630337846156546, 1.4234371107496835
  };
  private static final double[] NEAR_DENOMINATOR = {
    1.0507500716444169e-09, 0.0005475938084995345, 0.015198666563616457,
    0.14810397642748008, 0.6897673349851, 1.6763848301838038,
    2.053191626637759, 1
  };
  private static final double[] FAR_NUMERATOR = {
    2.0103343992922881e-07, 2.7115555687434876e-05, 0.0012426609473880784,
    0.026532189526576124, 0.29656057182850487, 1.7848265399172913,
    5.463784911164114, 6.657904643501103
  };
  private static final double[] FAR_DENOMINATOR = {
    2.0442631033899397e-15, 1.421511758316446e-07, 1.8463183175100548e-05,
    0.0007868691311456133, 0.014875361290850615, 0.1369298809227358,
    0.599832206555888, 1
  };

  private NormalQuantile() {}

  /**
   * The number below which a standard normal variable lies with a given probability.
   *
   * @param probability in (0, 1)
   * @return x with Phi(x) = probability
   */
  public static double at(double probability) {
    double q = probability - 0.5;
    if (Math.abs(q) <= CENTRE) {
      double r = CENTRE_SQUARED - q * q;
      return q * polynomial(CENTRE_NUMERATOR, r) / polynomial(CENTRE_DENOMINATOR, r);
    }
    double r = StrictMath.sqrt(-StrictMath.log(Math.min(probability, 1 - probability)));
    double x =
        r <= FAR
            ? polynomial(NEAR_NUMERATOR, r - NEAR_SHIFT)
                / polynomial(NEAR_DENOMINATOR, r - NEAR_SHIFT)
            : polynomial(FAR_NUMERATOR, r - FAR) / polynomial(FAR_DENOMINATOR, r - FAR);
    return q < 0 ? -x : x;
  }

  /** Horner's scheme, the highest power first. */
  private static double polynomial(double[] coefficients, double x) {
    double sum = coefficients[0];
    for (int i = 1; i < coefficients.length; i++) {
      sum = sum * x + coefficients[i];
    }
    return sum;
  }
}
