package org.mf4j.layers;

/**
 * The arithmetic of {@link InputDifferences} on arrays in C order: {@code [B,n,T]} to {@code
 * [B,2n,T]} and back.
 *
 * @param scale what differences are multiplied by
 * @param channels n
 * @param presence the steps that exist
 */
record Differences(double scale, int channels, Presence presence) {
  /**
   * Forward.
   *
   * @param x {@code [B,n,T]}
   * @param last the last present step before these, {@code [B,n]}, NaN where there is none;
   *     replaced by the last present one of these
   * @return {@code [B,2n,T]}
   */
  double[] of(double[] x, double[] last) {
    int steps = presence.steps();
    double[] both = new double[2 * x.length];
    for (int line = 0; line < last.length; line++) {
      int value = valueLine(line) * steps;
      int difference = value + channels * steps;
      for (int t = 0; t < steps; t++) {
        if (presence.at(t)[line / channels]) {
          double now = x[line * steps + t];
          both[value + t] = now;
          both[difference + t] = Double.isNaN(last[line]) ? 0 : scale * (now - last[line]);
          last[line] = now;
        }
      }
    }
    return both;
  }

  /**
   * The adjoint.
   *
   * @param gradient {@code [B,2n,T]}
   * @param last the last present step before these, as it was given to {@link #of}
   * @return {@code [B,n,T]}
   */
  double[] back(double[] gradient, double[] last) {
    int steps = presence.steps();
    double[] dx = new double[gradient.length / 2];
    for (int line = 0; line < last.length; line++) {
      int value = valueLine(line) * steps;
      int difference = value + channels * steps;
      int before = -1;
      for (int t = 0; t < steps; t++) {
        if (presence.at(t)[line / channels]) {
          double slope = before < 0 && Double.isNaN(last[line]) ? 0 : gradient[difference + t];
          dx[line * steps + t] = gradient[value + t] + scale * slope;
          if (before >= 0) {
            dx[line * steps + before] -= scale * slope;
          }
          before = t;
        }
      }
    }
    return dx;
  }

  /** Where the values of line {@code series * n + channel} lie among the 2n lines of a series. */
  private int valueLine(int line) {
    return line / channels * 2 * channels + line % channels;
  }
}
