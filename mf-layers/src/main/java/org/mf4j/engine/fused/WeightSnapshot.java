package org.mf4j.engine.fused;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Remembers the parameters that were loaded last. DL4J changes them in place and keeps no version;
 * comparing costs a tenth of loading, which matters when a series comes one step at a time.
 */
final class WeightSnapshot {
  private final Map<String, FloatBuffer> last = new HashMap<>();
  private double[] scale;

  /** Whether anything differs from the call before; remembers what it saw. */
  boolean changed(Map<String, INDArray> params, double[] scaleOfNeurons) {
    boolean changed = !Arrays.equals(scale, scaleOfNeurons);
    scale = scaleOfNeurons;
    for (Map.Entry<String, INDArray> param : params.entrySet()) {
      FloatBuffer now = Columns.of(param.getValue());
      FloatBuffer before = last.get(param.getKey());
      if (before == null || before.mismatch(now) >= 0) {
        last.put(param.getKey(), copy(now));
        changed = true;
      }
    }
    return changed;
  }

  /** The columns of a parameter, one after the other, as they were seen last; not to be changed. */
  float[] columns(String param) {
    return last.get(param).array();
  }

  private static FloatBuffer copy(FloatBuffer values) {
    return FloatBuffer.allocate(values.remaining()).put(values.duplicate()).flip();
  }
}
