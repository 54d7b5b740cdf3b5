package org.mf4j.layers;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mf4j.cells.RecurrentCell;
import org.mf4j.engine.SequenceEngine;
import org.mf4j.engine.fused.FusedEngine;
import org.mf4j.engine.samediff.SameDiffEngine;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What runs a recurrent layer of this library. */
public enum Engine {
  /** FUSED for float networks on a CPU backend, SAMEDIFF otherwise. The default. */
  AUTO,
  /** The definition: a SameDiff graph, differentiated by SameDiff; any backend, any precision. */
  SAMEDIFF,
  /** Whole sequences on float arrays; single precision on a CPU backend only. */
  FUSED;

  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
  private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

  /**
   * Creates the engine of one layer.
   *
   * @param cell the layer's cell
   * @param dataType the network's precision
   * @param gradientCheckpointing whether to save memory for time
   * @return the engine
   * @throws IllegalArgumentException if FUSED is asked for where it cannot run
   */
  SequenceEngine create(RecurrentCell cell, DataType dataType, boolean gradientCheckpointing) {
    boolean cpu = Nd4j.getEnvironment().isCPU();
    boolean fusable = cpu && dataType == DataType.FLOAT;
    String where = dataType + " network on a " + (cpu ? "CPU" : "GPU") + " backend";
    if (this == FUSED && !fusable) {
      throw new IllegalArgumentException(
          "engine = FUSED: needs a FLOAT network on a CPU backend, this is a "
              + where
              + "; use AUTO or SAMEDIFF");
    }
    boolean fused = fusable && this != SAMEDIFF;
    if (this == AUTO && SAID.add(where)) {
      LOG.info("engine AUTO is {} for a {}", fused ? FUSED : SAMEDIFF, where);
    }
    return fused ? new FusedEngine(cell, gradientCheckpointing) : new SameDiffEngine(cell);
  }
}
