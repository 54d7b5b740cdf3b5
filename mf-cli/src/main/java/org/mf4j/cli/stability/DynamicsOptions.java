package org.mf4j.cli.stability;

import java.io.IOException;
import java.util.Optional;
import org.mf4j.cli.options.Converter;
import org.mf4j.cli.options.SettingsOptions;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.models.MemristiveSettings;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.Setting;
import org.mf4j.models.Settings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that describe a memristive reservoir; those not given stay the papers'. */
final class DynamicsOptions {
  private static final String DEFAULT = " Default: the papers' for the data set.";

  @Mixin private SettingsOptions settings;

  @Option(names = "--gamma", paramLabel = "X", description = "Stabiliser, in (0, 1]." + DEFAULT)
  private Double gamma;

  @Option(names = "--delta-t", paramLabel = "X", description = "Step, above 0." + DEFAULT)
  private Double deltaT;

  @Option(names = "--slope", paramLabel = "X", description = "s of RESCALE, above 0." + DEFAULT)
  private Double slope;

  @Option(
      names = "--rho",
      paramLabel = "X",
      description = "Spectral radius of the recurrent weights, 0 or above." + DEFAULT)
  private Double rho;

  @Option(
      names = "--input-scaling",
      paramLabel = "X",
      description = "Bound of the input weights, above 0." + DEFAULT)
  private Double inputScaling;

  @Option(
      names = "--bias-scaling",
      paramLabel = "X",
      description = "Bound of the biases, 0 or above." + DEFAULT)
  private Double biasScaling;

  @Option(
      names = "--units",
      paramLabel = "N",
      converter = Converter.Units.class,
      description = "Number of neurons. Default: " + ModelSettings.DEFAULT_UNITS + ".")
  private Integer units;

  @Option(
      names = "--integration",
      paramLabel = "NAME",
      description = "One of ${COMPLETION-CANDIDATES}. Default: EULER, the papers'.")
  private Integration integration;

  /** The settings of {@code --settings}, if the option is there. */
  Optional<ModelSettings> given() throws IOException {
    return settings.file();
  }

  /** The settings, changed where an option is given. */
  ModelSettings applyTo(ModelSettings papers) {
    ModelSettings changed = papers;
    changed = with(changed, MemristiveSettings.setting(PhysicalConstant.GAMMA), gamma);
    changed = with(changed, MemristiveSettings.setting(PhysicalConstant.DELTA_T), deltaT);
    changed = with(changed, MemristiveSettings.setting(PhysicalConstant.SLOPE), slope);
    changed = with(changed, MemristiveSettings.INTEGRATION, integration);
    changed = with(changed, Settings.UNITS, units);
    changed = with(changed, Settings.SPECTRAL_RADIUS, rho);
    changed = with(changed, Settings.INPUT_SCALING, inputScaling);
    return settings.applyTo(with(changed, Settings.BIAS_SCALING, biasScaling));
  }

  private static ModelSettings with(ModelSettings settings, Setting<?> one, Object given) {
    return given == null ? settings : one.setText(settings, given.toString());
  }

  /** A saved model has its own. */
  void refuseWithModelFile() {
    if (gamma != null
        || deltaT != null
        || slope != null
        || rho != null
        || inputScaling != null
        || biasScaling != null
        || units != null
        || integration != null
        || settings.isGiven()) {
      throw new IllegalArgumentException(
          "--model-file: the model has its own settings; leave out --gamma, --delta-t, --slope,"
              + " --rho, --input-scaling, --bias-scaling, --units, --integration, --set and"
              + " --settings.");
    }
  }
}
