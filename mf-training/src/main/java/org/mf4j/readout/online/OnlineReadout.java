package org.mf4j.readout.online;

import org.mf4j.readout.LinearModel;

/**
 * An affine map y = h W + c that is corrected after every example. Not for several threads at once.
 */
public interface OnlineReadout {
  /**
   * Applies the map as it is now.
   *
   * @param h features, N numbers
   * @return K numbers
   */
  double[] predict(double[] h);

  /**
   * Learns from one example.
   *
   * @param h features, N finite numbers
   * @param y targets, K finite numbers; +1 for the class and -1 elsewhere for classes
   * @throws IllegalArgumentException if the numbers are not N and K, or one is not finite; nothing
   *     is learnt then
   */
  void update(double[] h, double[] y);

  /**
   * The map as it is now.
   *
   * @return a copy
   */
  LinearModel model();
}
