package org.mf4j.models;

import java.util.List;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.mf4j.layers.LeakyRnn;
import org.mf4j.options.Require;
import org.mf4j.options.TextForm;
import org.mf4j.random.SeededRandom;

/**
 * The leaky integrator (Jaeger et al., Neural Networks 20, 335, 2007): h(t+1) = (1 - alpha) h(t) +
 * alpha tanh(x(t+1) W + h(t) RW + b).
 *
 * @param leakRate alpha, in (0, 1]; 1 is the plain tanh network
 */
public record LeakySettings(double leakRate) implements CellSettings {
  /** alpha. */
  public static final Setting<Double> LEAK_RATE =
      Setting.ofCell(
          LeakySettings.class,
          new Setting.Words("leakRate", "alpha of the leaky cell", "in (0, 1]"),
          TextForm.NUMBER,
          LeakySettings::leakRate,
          (cell, alpha) -> new LeakySettings(alpha));

  /**
   * The leak rate is a fraction.
   *
   * @throws IllegalArgumentException if the leak rate is not in (0, 1]
   */
  public LeakySettings {
    Require.fraction("leakRate", leakRate);
  }

  @Override
  public BaseRecurrentLayer layer(int nIn, int units, SeededRandom random) {
    return new LeakyRnn.Builder().nIn(nIn).nOut(units).leakRate(leakRate).build();
  }

  @Override
  public ModelKind kind(boolean trained) {
    return trained ? ModelKind.RNN : ModelKind.ESN;
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(LEAK_RATE);
  }
}
