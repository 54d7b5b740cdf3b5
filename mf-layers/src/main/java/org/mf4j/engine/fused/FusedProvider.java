package org.mf4j.engine.fused;

import java.util.Optional;
import org.mf4j.engine.Engine;
import org.mf4j.engine.EngineChoice;
import org.mf4j.engine.EngineProvider;
import org.mf4j.engine.EngineRequest;
import org.mf4j.engine.SequenceEngine;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** FUSED: every cell, in single precision, on a CPU backend. */
public final class FusedProvider implements EngineProvider {
  /** For the service loader. */
  public FusedProvider() {}

  @Override
  public Engine engine() {
    return Engine.FUSED;
  }

  @Override
  public Optional<String> obstacle(EngineRequest layer) {
    return Nd4j.getEnvironment().isCPU() && layer.dataType() == DataType.FLOAT
        ? Optional.empty()
        : Optional.of(
            "needs a FLOAT network on a CPU backend, this is a "
                + layer.dataType()
                + " network on a "
                + EngineChoice.backend()
                + " backend");
  }

  @Override
  public SequenceEngine create(EngineRequest layer) {
    return new FusedEngine(layer.cell(), layer.gradientCheckpointing());
  }
}
