package org.mf4j.experiment.robustness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mf4j.hardware.NonidealityKind;

/**
 * What a score is of.
 *
 * @param model the name of the model
 * @param kind the non-ideality; empty for the network as it was fitted
 * @param strength its strength; 0 without one
 * @param refit whether the readout was fitted again
 */
public record Case(String model, Optional<NonidealityKind> kind, double strength, boolean refit) {
  /** What results call the network as it was fitted. */
  public static final String NONE = "none";

  /** The cases of a model, the network as it was fitted first. */
  static List<Case> of(Subject subject, RobustnessOptions options) {
    List<Case> all = new ArrayList<>();
    List<Boolean> readouts = options.refit() ? List.of(false, true) : List.of(false);
    for (boolean refit : readouts) {
      all.add(new Case(subject.name(), Optional.empty(), 0, refit));
      for (Axis axis : options.axes()) {
        if (subject.has(axis.kind())) {
          axis.strengths()
              .forEach(
                  strength ->
                      all.add(new Case(subject.name(), Optional.of(axis.kind()), strength, refit)));
        }
      }
    }
    return all;
  }

  /** {@return the name of the non-ideality, or {@value #NONE}} */
  public String nonideality() {
    return kind.map(NonidealityKind::id).orElse(NONE);
  }

  /** {@return the case as a text, by which a log knows it} */
  public String id() {
    return model + " " + nonideality() + "=" + strength + (refit ? " refit" : "");
  }
}
