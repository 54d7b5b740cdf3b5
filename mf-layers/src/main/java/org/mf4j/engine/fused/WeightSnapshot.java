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
  private final Map<String, float[]> last = new HashMap<>();
  private double[] scale;

  /** Whether anything differs from the call before; remembers what it saw. */
  boolean changed(Map<String, INDArray> params, double[] scaleOfNeurons) {
    boolean changed = !Arrays.equals(scale, scaleOfNeurons);
    scale = scaleOfNeurons;
    for (Map.Entry<String, INDArray> param : params.entrySet()) {
      float[] now = read(param.getValue());
      float[] before = last.put(param.getKey(), now);
      changed |= !Arrays.equals(before, now);
    }
    return changed;
  }

  /** In the order of memory where the parameter lies in one piece, as those of a network do. */
  private static float[] read(INDArray param) {
    INDArray dense = param.isView() && param.elementWiseStride() != 1 ? param.dup() : param;
    float[] values = new float[(int) dense.length()];
    FloatBuffer buffer = dense.data().asNioFloat();
    buffer.get(values);
    return values;
  }
}
