package org.mf4j.hardware;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.layers.MemristorRnn;
import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Neurons differ from device to device: K_p0 and K_d0 of every neuron are multiplied by exp(N(0,
 * s^2)) of one s, eta_p and eta_d by that of another, each factor drawn by itself. Concerns layers
 * of memristors; others have no such constants and stay as they are.
 *
 * @param rates s of K_p0 and K_d0, 0 or above
 * @param exponents s of eta_p and eta_d, 0 or above
 */
public record Spread(double rates, double exponents) implements LayerNonideality {
  private static final List<PhysicalConstant> RATES =
      List.of(PhysicalConstant.KP0, PhysicalConstant.KD0);
  private static final List<PhysicalConstant> EXPONENTS =
      List.of(PhysicalConstant.ETA_P, PhysicalConstant.ETA_D);

  /**
   * The deviations are 0 or above.
   *
   * @throws IllegalArgumentException if one is negative or not finite
   */
  public Spread {
    Require.nonNegative("rates", rates);
    Require.nonNegative("exponents", exponents);
  }

  @Override
  public void deviate(BaseLayer layer, Map<String, INDArray> parameters, SeededRandom random) {
    if (layer instanceof MemristorRnn memristors) {
      spread(memristors, RATES, rates, random.split());
      spread(memristors, EXPONENTS, exponents, random.split());
    }
  }

  /** Constants that do not differ stay one number for all neurons. */
  private static void spread(
      MemristorRnn layer, List<PhysicalConstant> constants, double s, SeededRandom random) {
    if (s == 0) {
      return;
    }
    for (PhysicalConstant constant : constants) {
      double[] values = perNeuron(layer, constant);
      for (int i = 0; i < values.length; i++) {
        values[i] *= StrictMath.exp(s * random.nextGaussian());
      }
      layer.setDynamics(layer.getDynamics().with(constant, values));
    }
  }

  /**
   * A constant of every neuron.
   *
   * @throws IllegalArgumentException if the layer learns the constant: then it is no number of the
   *     configuration
   */
  static double[] perNeuron(MemristorRnn layer, PhysicalConstant constant) {
    if (layer.getTrainable().contains(constant)) {
      throw new IllegalArgumentException(
          constant.key()
              + ": is learned by the layer; hardware deviates from constants that are fixed");
    }
    return layer.getDynamics().get(constant).expand((int) layer.getNOut());
  }
}
