package org.mf4j.hardware;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.weightnoise.IWeightNoise;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Read noise as DL4J's weight noise: w + N(0, 2 sigma^2 max |w|^2) for every weight that is not 0,
 * max |w| that of its array; biases are read without noise. In training, the gradient is taken at
 * the noisy weights and applied to the ones without noise (straight through), and the noise of an
 * iteration depends on the seed and its number alone, so that a training is repeatable.
 *
 * <pre>new MemristiveRnn.Builder().weightNoise(NoisyWeights.inTraining(0.05, seed))</pre>
 */
public final class NoisyWeights implements IWeightNoise {
  private static final long serialVersionUID = 1L;

  @JsonProperty private final double sigma;
  @JsonProperty private final long seed;
  @JsonProperty private final boolean atInference;
  private transient Map<String, Integer> uses = new HashMap<>();

  @JsonCreator
  private NoisyWeights(
      @JsonProperty("sigma") double sigma,
      @JsonProperty("seed") long seed,
      @JsonProperty("atInference") boolean atInference) {
    this.sigma = Require.nonNegative("sigma", sigma);
    this.seed = seed;
    this.atInference = atInference;
  }

  /**
   * Noise in training alone: what a network is trained with that is to tolerate noise.
   *
   * @param sigma of a device, 0 or above, in units of G_max - G_min
   * @param seed decides every number
   * @return the noise
   * @throws IllegalArgumentException if sigma is negative or not finite
   */
  public static NoisyWeights inTraining(double sigma, long seed) {
    return new NoisyWeights(sigma, seed, false);
  }

  /**
   * Noise in training and in every inference: what hardware does. A network that was just made or
   * loaded repeats the noise of its first, second, ... inference.
   *
   * @param sigma of a device, 0 or above, in units of G_max - G_min
   * @param seed decides every number
   * @return the noise
   * @throws IllegalArgumentException if sigma is negative or not finite
   */
  public static NoisyWeights always(double sigma, long seed) {
    return new NoisyWeights(sigma, seed, true);
  }

  @Override
  public INDArray getParameter(
      Layer layer,
      String paramKey,
      int iteration,
      int epoch,
      boolean train,
      LayerWorkspaceMgr workspaceMgr) {
    INDArray weights = layer.getParam(paramKey);
    var configuration = layer.conf().getLayer();
    boolean isWeight = configuration.initializer().isWeightParam(configuration, paramKey);
    if (!isWeight || sigma == 0 || !(train || atInference)) {
      return weights;
    }
    String use = train ? "iteration " + iteration : "use " + nextUse(paramKey);
    return noisy(weights, Streams.of(seed, paramKey + ", " + use));
  }

  private INDArray noisy(INDArray weights, SeededRandom random) {
    double[] values = weights.dup('c').data().asDouble();
    double deviation = Math.sqrt(2) * sigma * DifferentialPairs.scale(values);
    for (int i = 0; i < values.length; i++) {
      if (values[i] != 0) {
        values[i] += deviation * random.nextGaussian();
      }
    }
    return Nd4j.createFromArray(values).castTo(weights.dataType()).reshape('c', weights.shape());
  }

  /** Counted by array, since DL4J may ask for them in any order. */
  private synchronized int nextUse(String paramKey) {
    if (uses == null) {
      // Java's serialisation has made this object.
      uses = new HashMap<>();
    }
    return uses.merge(paramKey, 1, Integer::sum);
  }

  @Override
  public NoisyWeights clone() {
    return new NoisyWeights(sigma, seed, atInference);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NoisyWeights that
        && sigma == that.sigma
        && seed == that.seed
        && atInference == that.atInference;
  }

  @Override
  public int hashCode() {
    return Objects.hash(sigma, seed, atInference);
  }
}
