package org.mf4j.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.mf4j.models.ModelSettings;
import org.mf4j.options.NearestName;

/** A number among the settings of a model that a search may vary. */
public enum Hyperparameter {
  /** N, the number of neurons. */
  UNITS("units", true, (settings, n) -> Optional.of(settings.withUnits(n.intValue()))),
  /** omega: W ~ U[-omega, omega]. */
  INPUT_SCALING("inputScaling", false, ReservoirChange::inputScaling),
  /**
   * omega_0: W ~ U[omega_0 - Delta-omega, omega_0 + Delta-omega]. Of a reservoir with an
   * inputScaling, omega is taken for Delta-omega.
   */
  INPUT_CENTRE("inputCentre", false, ReservoirChange::inputCentre),
  /** Delta-omega, 0 or above. Of a reservoir with an inputScaling, omega_0 is 0. */
  INPUT_SPREAD("inputSpread", false, ReservoirChange::inputSpread),
  /** beta: b ~ U[-beta, beta]. */
  BIAS_SCALING("biasScaling", false, ReservoirChange::biasScaling),
  /**
   * rho of RW, by the circular law; of uncoupled neurons, the weight with which they feed
   * themselves.
   */
  SPECTRAL_RADIUS("spectralRadius", false, ReservoirChange::spectralRadius),
  /** The penalty of the ridge readout; all values of one reservoir cost one decomposition. */
  LAMBDA("lambda", false, ReservoirChange::lambda),
  /** Stabiliser of the memristive cell, in (0, 1]. */
  GAMMA("gamma", false, CellChange::gamma),
  /** s of RESCALE, above 0. */
  SLOPE("slope", false, CellChange::slope),
  /** The step of the memristive cell, above 0. */
  DELTA_T("deltaT", false, CellChange::deltaT),
  /** K_p0 of eq. (6). */
  KP0("kp0", false, CellChange::kp0),
  /** K_d0 of eq. (6). */
  KD0("kd0", false, CellChange::kd0),
  /** eta_p of eq. (6). */
  ETA_P("etaP", false, CellChange::etaP),
  /** eta_d of eq. (6). */
  ETA_D("etaD", false, CellChange::etaD),
  /** alpha of the leaky cell, in (0, 1]. */
  LEAK_RATE("leakRate", false, CellChange::leakRate),
  /** Adam's step size. */
  LEARNING_RATE("learningRate", false, TrainingChange::learningRate),
  /** Series per update. */
  BATCH_SIZE("batchSize", true, TrainingChange::batchSize),
  /** The most passes over the training set. */
  EPOCHS("epochs", true, TrainingChange::epochs),
  /** Epochs without a lower loss before training stops. */
  PATIENCE("patience", true, TrainingChange::patience);

  private final String id;
  private final boolean whole;

  // Every one is a method without state.
  @SuppressWarnings("ImmutableEnumChecker")
  private final BiFunction<ModelSettings, Double, Optional<ModelSettings>> change;

  Hyperparameter(
      String id, boolean whole, BiFunction<ModelSettings, Double, Optional<ModelSettings>> change) {
    this.id = id;
    this.whole = whole;
    this.change = change;
  }

  /**
   * The name in commands and files.
   *
   * @return for example {@code inputScaling}
   */
  public String id() {
    return id;
  }

  /**
   * Changes settings.
   *
   * @param settings of a model that has this number
   * @param value its value
   * @return new settings
   * @throws IllegalArgumentException if the model has no such number or the value is out of range
   */
  public ModelSettings set(ModelSettings settings, double value) {
    if (whole && (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE)) {
      throw new IllegalArgumentException(id + " = " + value + ": must be a whole number");
    }
    return change
        .apply(settings, value)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s: %s has no such number; it has %s"
                        .formatted(id, settings.kind().id(), known(settings))));
  }

  /**
   * Finds one by its name, in any letter case.
   *
   * @param name an {@link #id()}
   * @return the hyperparameter
   * @throws IllegalArgumentException if there is none; the message names the nearest one
   */
  public static Hyperparameter of(String name) {
    return Arrays.stream(values())
        .filter(one -> one.id.equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(name)));
  }

  private static String unknown(String name) {
    List<String> ids = Arrays.stream(values()).map(Hyperparameter::id).toList();
    return "hyperparameter %s: unknown; did you mean %s? (known: %s)"
        .formatted(name, NearestName.of(name, ids).orElseThrow(), String.join(", ", ids));
  }

  /** 0.5 is in the range of every number; 1 of every whole one. */
  private static String known(ModelSettings settings) {
    return String.join(
        ", ",
        Arrays.stream(values())
            .filter(one -> one.change.apply(settings, one.whole ? 1 : 0.5).isPresent())
            .map(Hyperparameter::id)
            .toList());
  }
}
