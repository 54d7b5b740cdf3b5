package org.mf4j.models;

import java.util.List;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.mf4j.options.Require;
import org.mf4j.options.TextForm;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.activations.Activation;

/**
 * Deeplearning4j's LSTM (tanh, sigmoid gates), to stand beside.
 *
 * @param forgetGateBias what its forget gates' biases start from, finite; 1 lets it remember from
 *     the start
 */
public record LstmSettings(double forgetGateBias) implements CellSettings {
  /** The bias of the forget gates before training. */
  public static final Setting<Double> FORGET_GATE_BIAS =
      Setting.ofCell(
          LstmSettings.class,
          new Setting.Words(
              "forgetGateBias", "what the biases of forget gates start from", "finite"),
          TextForm.NUMBER,
          LstmSettings::forgetGateBias,
          (cell, bias) -> new LstmSettings(bias));

  /**
   * The bias is a number.
   *
   * @throws IllegalArgumentException if it is not finite
   */
  public LstmSettings {
    Require.finite("forgetGateBias", forgetGateBias);
  }

  @Override
  public BaseRecurrentLayer layer(int nIn, int units, SeededRandom random) {
    return new LSTM.Builder()
        .nIn(nIn)
        .nOut(units)
        .activation(Activation.TANH)
        .forgetGateBiasInit(forgetGateBias)
        .build();
  }

  @Override
  public ModelKind kind(boolean trained) {
    if (!trained) {
      throw new IllegalArgumentException("model lstm: is trained; there is no reservoir of LSTMs");
    }
    return ModelKind.LSTM;
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(FORGET_GATE_BIAS);
  }
}
