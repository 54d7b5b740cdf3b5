package org.mf4j.engine.samediff;

import java.util.Optional;
import org.mf4j.engine.Engine;
import org.mf4j.engine.EngineProvider;
import org.mf4j.engine.EngineRequest;
import org.mf4j.engine.SequenceEngine;

/** SAMEDIFF: every cell, in every precision, on every backend. */
public final class SameDiffProvider implements EngineProvider {
  /** For the service loader. */
  public SameDiffProvider() {}

  @Override
  public Engine engine() {
    return Engine.SAMEDIFF;
  }

  @Override
  public Optional<String> obstacle(EngineRequest layer) {
    return Optional.empty();
  }

  @Override
  public SequenceEngine create(EngineRequest layer) {
    return new SameDiffEngine(layer.cell());
  }
}
