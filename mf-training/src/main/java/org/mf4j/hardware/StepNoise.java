package org.mf4j.hardware;

import java.util.Map;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.mf4j.dynamics.stochastic.DeviceNoise;
import org.mf4j.layers.MemristorRnn;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Memristors whose steps differ from cycle to cycle: the Ornstein-Uhlenbeck noise and the jumps of
 * {@link DeviceNoise} on every state, in place of what noise the layer had. Concerns layers of
 * memristors; others stay as they are.
 *
 * @param sigma strength of the white noise, 0 or above, per square root of a unit of time
 * @param jumpRate jumps per unit of time, 0 or above, of the silver nanowire network's amplitudes
 */
public record StepNoise(double sigma, double jumpRate) implements LayerNonideality {
  /**
   * The numbers are 0 or above.
   *
   * @throws IllegalArgumentException if one is negative or not finite
   */
  public StepNoise {
    noise(sigma, jumpRate, 0);
  }

  private static DeviceNoise noise(double sigma, double jumpRate, long seed) {
    return DeviceNoise.gaussian(sigma, seed).withJumpRate(jumpRate);
  }

  @Override
  public void deviate(BaseLayer layer, Map<String, INDArray> parameters, SeededRandom random) {
    if (layer instanceof MemristorRnn memristors) {
      memristors.setNoise(noise(sigma, jumpRate, random.nextLong()));
    }
  }
}
