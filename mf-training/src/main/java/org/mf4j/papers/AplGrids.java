package org.mf4j.papers;

import java.util.List;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.models.LeakySettings;
import org.mf4j.models.MemristiveSettings;
import org.mf4j.models.ModelKind;
import org.mf4j.models.Settings;
import org.mf4j.models.TrainingSettings;
import org.mf4j.search.Dimension;
import org.mf4j.search.Grid;

/** The grids that the authors of [APL] searched, with N = 100 and Table II fixed. */
public final class AplGrids {
  private static final int RESERVOIR_DRAWS = 5;

  private static final Dimension INPUT_SCALING = Dimension.of(Settings.INPUT_SCALING, .1, 1., 10.);
  private static final Dimension BIAS_SCALING =
      Dimension.of(Settings.BIAS_SCALING, 0., .001, .1, 1.);
  private static final Dimension SPECTRAL_RADIUS =
      Dimension.of(Settings.SPECTRAL_RADIUS, .8, .9, .95, .99);
  private static final Dimension GAMMA =
      Dimension.of(MemristiveSettings.setting(PhysicalConstant.GAMMA), .5, .8, .95, 1.);
  private static final Dimension SLOPE =
      Dimension.of(MemristiveSettings.setting(PhysicalConstant.SLOPE), 1., 5.);
  private static final Dimension DELTA_T =
      Dimension.of(MemristiveSettings.setting(PhysicalConstant.DELTA_T), .1, .01, .001);
  private static final Dimension LEAK_RATE =
      Dimension.of(LeakySettings.LEAK_RATE, .1, .3, .5, .7, 1.);
  private static final Dimension LEARNING_RATE =
      Dimension.of(TrainingSettings.LEARNING_RATE, .001, .01);

  private AplGrids() {}

  /**
   * The grid of a model: 1,152 configurations of the MF-ESN, 240 of the ESN, 48 of the MF-RNN, 2 of
   * the RNN.
   *
   * @param kind the model
   * @return its grid
   * @throws IllegalArgumentException if the paper does not have the model
   */
  public static Grid of(ModelKind kind) {
    List<Dimension> axes =
        switch (kind) {
          case ESN -> List.of(INPUT_SCALING, BIAS_SCALING, SPECTRAL_RADIUS, LEAK_RATE);
          case MF_ESN ->
              List.of(INPUT_SCALING, BIAS_SCALING, SPECTRAL_RADIUS, GAMMA, SLOPE, DELTA_T);
          case RNN -> List.of(LEARNING_RATE);
          case MF_RNN -> List.of(LEARNING_RATE, GAMMA, SLOPE, DELTA_T);
          default ->
              throw new IllegalArgumentException(
                  "grid apl: the paper has none for "
                      + kind.id()
                      + "; name dimensions of your own");
        };
    return new Grid(PaperTask.defaultFor(true).settings(kind), axes);
  }

  /**
   * Trials per configuration: five for reservoirs, one for models that are trained.
   *
   * @param kind the model
   * @return the number of draws
   */
  public static int draws(ModelKind kind) {
    return kind.isTrained() ? 1 : RESERVOIR_DRAWS;
  }
}
