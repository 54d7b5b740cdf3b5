package org.mf4j.reproduction;

import java.util.function.UnaryOperator;
import org.mf4j.models.ModelSettings;
import org.mf4j.options.Require;

/**
 * How a table is reproduced.
 *
 * @param mode where the settings come from
 * @param trials final trials per cell; the papers have five
 * @param shortened what is changed in all settings, for example fewer epochs; identity for the
 *     papers' protocol
 * @param seed decides every random number
 */
public record Protocol(Mode mode, int trials, UnaryOperator<ModelSettings> shortened, long seed) {
  /** The papers' number of final trials. */
  public static final int DEFAULT_TRIALS = 5;

  /** Where settings come from. */
  public enum Mode {
    /** Those that the authors selected. */
    SELECTED,
    /** The best of the authors' grid on a validation part of the training set. */
    SEARCH
  }

  /**
   * There is at least one trial.
   *
   * @throws IllegalArgumentException if there is not at least one trial
   */
  public Protocol {
    Require.positive("trials", trials);
  }
}
