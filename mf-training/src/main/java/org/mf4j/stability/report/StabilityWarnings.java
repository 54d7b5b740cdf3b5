package org.mf4j.stability.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.TheoremV6;
import org.mf4j.models.MemristiveSettings;
import org.mf4j.models.ModelSettings;
import org.mf4j.random.SeededRandom;
import org.mf4j.stability.Decay;

/** What one should know of a setting before it is fitted. */
public final class StabilityWarnings {
  private StabilityWarnings() {}

  /**
   * Looks at the constants of a memristive model: a necessary condition that fails, and neurons so
   * slow that the last state still depends on where a series started. Neurons that differ are meant
   * to be of different speeds, and gates learn to hold a state, so that their slowness is not told.
   *
   * @param model the settings
   * @param steps the length of the longest series
   * @return sentences, none where there is nothing to say
   */
  public static List<String> of(ModelSettings model, int steps) {
    if (!(model.cell() instanceof MemristiveSettings cell) || !cell.drive().isRescaled()) {
      return List.of();
    }
    // Neurons that differ are judged by some that may be drawn.
    MemristiveDynamics dynamics = cell.draw(model.units(), new SeededRandom(0));
    Integration integration = cell.integration();
    List<String> warnings = new ArrayList<>();
    // The exact step stays in the unit cube, whatever the constants.
    if (integration == Integration.EULER && !TheoremV6.holds(dynamics)) {
      warnings.add(model.kind().id() + ": " + TheoremV6.sentence(dynamics, integration) + ".");
    }
    double slowest = Decay.eFoldingSteps(dynamics, integration);
    if (slowest > steps && !cell.isHeterogeneous() && cell.gateBias().isEmpty()) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%s: the slowest mode may take %.0f steps to fade to 1/e, more than the %d of the"
                  + " series; a larger deltaT or a smaller gamma forgets faster.",
              model.kind().id(),
              slowest,
              steps));
    }
    return warnings;
  }
}
