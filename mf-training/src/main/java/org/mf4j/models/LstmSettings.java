package org.mf4j.models;

import java.util.List;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.mf4j.layers.LstmRnn;
import org.mf4j.options.Require;
import org.mf4j.options.TextForm;
import org.mf4j.random.SeededRandom;

/**
 * The LSTM ({@link LstmRnn}), to stand beside.
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
    return new LstmRnn.Builder().nIn(nIn).nOut(units).forgetGateBiasInit(forgetGateBias).build();
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
