package org.mf4j.training;

import org.mf4j.options.Require;

/**
 * What keeps training from leaping, from learning by heart and from trusting perfect devices; 0
 * leaves it out.
 *
 * @param clipNorm the largest L2 norm of the gradient of each parameter array (Deeplearning4j's
 *     {@code ClipL2PerParamType}), 0 or above
 * @param weightDecay every update also subtracts this times the learning rate times the weights,
 *     not the biases and not the constants of the cell (Deeplearning4j's {@code WeightDecay}), 0 or
 *     above
 * @param labelSmoothing epsilon: the label of a class is 1 - epsilon + epsilon / C, that of every
 *     other one epsilon / C, C classes; in [0, 1); leaves numbers to regress as they are
 * @param readNoise sigma of a device, in units of G_max - G_min: the recurrent weights are read
 *     with this noise in training (see {@link org.mf4j.hardware.NoisyWeights}), 0 or above
 * @param dropout the probability with which a number that the output layer reads is 0 in training,
 *     while the others are divided by 1 - dropout (see {@link SeededDropout}); in [0, 1)
 */
public record Regularisation(
    double clipNorm, double weightDecay, double labelSmoothing, double readNoise, double dropout) {
  /** As the papers train. */
  public static final Regularisation NONE = new Regularisation(0, 0, 0, 0, 0);

  /**
   * Amounts are 0 or above, and smoothing and dropout are below 1.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public Regularisation {
    Require.nonNegative("clipNorm", clipNorm);
    Require.nonNegative("weightDecay", weightDecay);
    Require.below("labelSmoothing", labelSmoothing, 1);
    Require.nonNegative("readNoise", readNoise);
    Require.below("dropout", dropout, 1);
  }

  /**
   * The same with another limit of gradients.
   *
   * @param norm 0 or above
   * @return new options
   */
  public Regularisation withClipNorm(double norm) {
    return new Regularisation(norm, weightDecay, labelSmoothing, readNoise, dropout);
  }

  /**
   * The same with another decay.
   *
   * @param decay 0 or above
   * @return new options
   */
  public Regularisation withWeightDecay(double decay) {
    return new Regularisation(clipNorm, decay, labelSmoothing, readNoise, dropout);
  }

  /**
   * The same with other labels.
   *
   * @param epsilon in [0, 1)
   * @return new options
   */
  public Regularisation withLabelSmoothing(double epsilon) {
    return new Regularisation(clipNorm, weightDecay, epsilon, readNoise, dropout);
  }

  /**
   * The same with other read noise.
   *
   * @param sigma 0 or above
   * @return new options
   */
  public Regularisation withReadNoise(double sigma) {
    return new Regularisation(clipNorm, weightDecay, labelSmoothing, sigma, dropout);
  }

  /**
   * The same with other dropout.
   *
   * @param probability in [0, 1)
   * @return new options
   */
  public Regularisation withDropout(double probability) {
    return new Regularisation(clipNorm, weightDecay, labelSmoothing, readNoise, probability);
  }
}
