package org.mf4j.networks;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.learning.regularization.WeightDecay;
import org.nd4j.linalg.schedule.FixedSchedule;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * What turns gradients into new weights, in Deeplearning4j's own terms.
 *
 * @param updater the rule, with its learning rate
 * @param clipNorm the largest L2 norm of the gradient of each parameter array; 0 for any
 * @param weightDecay times learning rate and weights is subtracted by every update; 0 for none
 */
public record Optimiser(IUpdater updater, double clipNorm, double weightDecay) {
  /** Keras' default; DL4J's is 1e-8. */
  private static final double KERAS_EPSILON = 1e-7;

  /** For networks whose weights are solved. */
  static final Optimiser NONE = new Optimiser(new Sgd(), 0, 0);

  /**
   * Adam as Keras has it by default, which the papers used: beta1 = 0.9, beta2 = 0.999, epsilon =
   * 1e-7.
   *
   * @param learningRate its step size over time
   * @param clipNorm as above, 0 or above
   * @param weightDecay as above, 0 or above
   * @return the optimiser
   */
  public static Optimiser adam(ISchedule learningRate, double clipNorm, double weightDecay) {
    Adam adam = Adam.builder().learningRateSchedule(learningRate).epsilon(KERAS_EPSILON).build();
    return new Optimiser(adam, clipNorm, weightDecay);
  }

  /**
   * Adam as Keras has it, with a step size that stays.
   *
   * @param learningRate the step size, above 0
   * @return the optimiser, which clips and decays nothing
   */
  public static Optimiser adam(double learningRate) {
    return adam(new FixedSchedule(learningRate), 0, 0);
  }

  /**
   * Makes a layer learn by it, and what it wraps. Said of a whole network, DL4J would decay the
   * weights twice.
   */
  void applyTo(Layer layer) {
    if (layer instanceof BaseWrapperLayer wrapper) {
      applyTo(wrapper.getUnderlying());
    } else if (layer instanceof Bidirectional both) {
      applyTo(both.getFwd());
      applyTo(both.getBwd());
    } else if (layer instanceof BaseLayer base) {
      base.setIUpdater(updater.clone());
      base.setGradientNormalization(normalisation());
      base.setGradientNormalizationThreshold(clipNorm);
      base.setRegularization(regularisation());
    }
  }

  private List<Regularization> regularisation() {
    List<Regularization> all = new ArrayList<>();
    if (weightDecay > 0) {
      all.add(new WeightDecay(weightDecay, true));
    }
    return all;
  }

  private GradientNormalization normalisation() {
    return clipNorm > 0 ? GradientNormalization.ClipL2PerParamType : GradientNormalization.None;
  }
}
