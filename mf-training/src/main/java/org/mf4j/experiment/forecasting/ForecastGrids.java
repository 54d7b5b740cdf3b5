package org.mf4j.experiment.forecasting;

import java.util.ArrayList;
import java.util.List;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.models.LeakySettings;
import org.mf4j.models.MemristiveSettings;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.Reading;
import org.mf4j.models.Setting;
import org.mf4j.models.Settings;
import org.mf4j.options.Distribution;
import org.mf4j.options.Distribution.Choice;
import org.mf4j.options.Distribution.LogUniform;
import org.mf4j.options.Distribution.Uniform;
import org.mf4j.random.SeededRandom;
import org.mf4j.search.Dimension;
import org.mf4j.search.Grid;

/**
 * The ranges from which the configurations of forecasters are drawn. All share those of
 * inputScaling (0.01 to 3), biasScaling (0.05 to 2) and lambda (1e-8 to 0.01, on standardised
 * states), all log-uniform. A memristive neuron answers its drive less steeply than a tanh, so that
 * its recurrent weights are drawn from a wider range.
 *
 * <ul>
 *   <li>ESN: leakRate from U[0.1, 1], spectralRadius from 0.1 to 2.
 *   <li>MF-ESN: all neurons alike, Euler's step, gamma from the papers' grid, deltaT from 0.005 to
 *       0.1 (beyond which Euler's step may leave the unit cube), slope from 0.3 to 8 and
 *       spectralRadius from 0.1 to 10, log-uniform.
 *   <li>The heterogeneous MF-ESN: deltaT log-uniform over the neurons, from a largest one of 0.1 to
 *       30 down to it divided by 1 to 30; exact integration, which permits such steps; gamma 1;
 *       slope and spectralRadius as above.
 * </ul>
 */
public final class ForecastGrids {
  private static final Setting<Distribution> DELTA_T =
      MemristiveSettings.setting(PhysicalConstant.DELTA_T);
  private static final Dimension SLOPE =
      Dimension.drawn(MemristiveSettings.setting(PhysicalConstant.SLOPE), new LogUniform(0.3, 8));

  private ForecastGrids() {}

  /** {@return the models that are compared} */
  public static List<ModelKind> kinds() {
    return List.of(ModelKind.ESN, ModelKind.MF_ESN, ModelKind.PLAIN_HETERO_MF_ESN);
  }

  /**
   * The ranges of a model.
   *
   * @param kind one of {@link #kinds}
   * @param units N while configurations are tried
   * @return its grid
   * @throws IllegalArgumentException if there are no ranges for this model
   */
  public static Grid of(ModelKind kind, int units) {
    return switch (kind) {
      case ESN ->
          grid(base(kind, units), 2, Dimension.drawn(LeakySettings.LEAK_RATE, new Uniform(0.1, 1)));
      case MF_ESN ->
          grid(
              base(kind, units),
              10,
              Dimension.drawn(
                  MemristiveSettings.setting(PhysicalConstant.GAMMA),
                  new Choice(0.5, 0.8, 0.95, 1.0)),
              SLOPE,
              Dimension.drawn(DELTA_T, new LogUniform(0.005, 0.1)));
      case PLAIN_HETERO_MF_ESN ->
          grid(
              base(kind, units).with(MemristiveSettings.INTEGRATION, Integration.EXACT),
              10,
              SLOPE,
              new Dimension.Range(
                  DELTA_T, new Steps(new LogUniform(0.1, 30), new LogUniform(1, 30))));
      default ->
          throw new IllegalArgumentException(
              "model " + kind.id() + ": no ranges for forecasts; give settings");
    };
  }

  private static ModelSettings base(ModelKind kind, int units) {
    return kind.plain()
        .withUnits(units)
        .with(Reading.NORMALISED, true)
        .with(Reading.WASHOUT, ForecastTask.WASHOUT)
        .with(Settings.STANDARDISE, true);
  }

  private static Grid grid(ModelSettings base, double largestRadius, Dimension... ofCell) {
    List<Dimension> all = new ArrayList<>(List.of(ofCell));
    all.add(Dimension.drawn(Settings.INPUT_SCALING, new LogUniform(0.01, 3)));
    all.add(Dimension.drawn(Settings.BIAS_SCALING, new LogUniform(0.05, 2)));
    all.add(Dimension.drawn(Settings.SPECTRAL_RADIUS, new LogUniform(0.1, largestRadius)));
    all.add(Dimension.drawn(Settings.LAMBDA, new LogUniform(1e-8, 0.01)));
    return new Grid(base, all);
  }

  /**
   * Neurons whose steps are log-uniform below a largest one.
   *
   * @param largest of all neurons
   * @param ratio of the largest to the smallest
   */
  private record Steps(Distribution largest, Distribution ratio) implements Dimension.Source {
    @Override
    public String next(SeededRandom random) {
      double upper = largest.next(random);
      return Distribution.FORM.text(new LogUniform(upper / ratio.next(random), upper));
    }

    @Override
    public String toString() {
      return "log-uniform(largest/ratio,largest), largest~%s, ratio~%s"
          .formatted(Distribution.FORM.text(largest), Distribution.FORM.text(ratio));
    }
  }
}
