package org.mf4j.experiment.robustness;

import org.mf4j.hardware.NonidealityKind;
import org.mf4j.models.MemristiveSettings;
import org.mf4j.models.ModelSettings;

/**
 * A model whose robustness is measured.
 *
 * @param name what results call it; the id of its kind, and more where a kind is there twice
 * @param settings the model
 */
public record Subject(String name, ModelSettings settings) {
  /** Whether a non-ideality is any to this model: tanh neurons have no rates. */
  boolean has(NonidealityKind kind) {
    return !kind.ofMemristorsOnly() || settings.cell() instanceof MemristiveSettings;
  }
}
