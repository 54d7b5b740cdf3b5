package org.mf4j.layers;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What a recurrent layer refuses, each in one sentence that says where and what to do. */
final class InputChecks {
  private InputChecks() {}

  static void requireShape(CellRnnLayer layer, INDArray input, INDArray mask, INDArray state) {
    requireInputShape(layer, input);
    requireMaskShape(layer, input, mask);
    if (state != null && state.size(0) != input.size(0)) {
      throw new IllegalStateException(
          layer.describe()
              + ": the stored state is of "
              + state.size(0)
              + " series, the input of "
              + input.size(0)
              + "; call rnnClearPreviousState() before another batch size");
    }
  }

  private static void requireInputShape(CellRnnLayer layer, INDArray input) {
    if (input.rank() != 3) {
      throw new IllegalArgumentException(
          layer.describe()
              + ": input of shape "
              + Arrays.toString(input.shape())
              + "; a recurrent layer needs rank 3, [batch, nIn, T]");
    }
    int channelAxis = layer.getDataFormat() == RNNFormat.NWC ? 2 : 1;
    long nIn = layer.layerConf().getNIn();
    if (input.size(channelAxis) != nIn) {
      throw new IllegalArgumentException(
          layer.describe()
              + ": input of shape "
              + Arrays.toString(input.shape())
              + " has "
              + input.size(channelAxis)
              + " channels in format "
              + layer.getDataFormat()
              + ", the layer has nIn = "
              + nIn);
    }
  }

  private static void requireMaskShape(CellRnnLayer layer, INDArray input, INDArray mask) {
    long steps = input.size(layer.getDataFormat() == RNNFormat.NWC ? 1 : 2);
    if (mask != null
        && (mask.rank() != 2 || mask.size(0) != input.size(0) || mask.size(1) != steps)) {
      throw new IllegalArgumentException(
          layer.describe()
              + ": mask of shape "
              + Arrays.toString(mask.shape())
              + "; for this input it must be ["
              + input.size(0)
              + ", "
              + steps
              + "], one entry per series and step");
    }
  }

  static void requireStates(CellRnnLayer layer, Map<String, INDArray> states) {
    states.forEach(
        (name, state) -> {
          long width = layer.states();
          if (!name.equals(CellRnnLayer.STATE_KEY) || state.rank() != 2 || state.size(1) != width) {
            throw new IllegalArgumentException(
                layer.describe()
                    + ": state \""
                    + name
                    + "\" of shape "
                    + Arrays.toString(state.shape())
                    + "; the only state is \""
                    + CellRnnLayer.STATE_KEY
                    + "\" of shape [batch, "
                    + (width == layer.neurons() ? "nOut = " : "")
                    + width
                    + "]");
          }
        });
  }

  static void requirePresentSteps(CellRnnLayer layer, INDArray mask) {
    if (mask == null) {
      return;
    }
    INDArray present = mask.castTo(DataType.FLOAT).sum(1);
    for (int series = 0; series < present.length(); series++) {
      if (present.getDouble(series) == 0) {
        throw new IllegalArgumentException(
            layer.describe() + ": series " + series + " of the batch is masked at every step");
      }
    }
  }

  /** The series in the type of the layer. */
  static INDArray inType(INDArray x, DataType dataType) {
    return kept(() -> x.castTo(dataType));
  }

  /** A backward pass may read a series again, when workspaces of the forward pass are closed. */
  private static INDArray kept(Supplier<INDArray> series) {
    try (MemoryWorkspace detached = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
      return series.get();
    }
  }

  /** NaN where the mask says that there is nothing is not an error, but it would spread. */
  static INDArray withoutMaskedNaN(INDArray x, INDArray mask) {
    if (mask == null || isFinite(x)) {
      return x;
    }
    INDArray clean = kept(x::dup);
    for (int series = 0; series < x.size(0); series++) {
      for (int t = 0; t < x.size(2); t++) {
        for (int channel = 0; channel < x.size(1) && mask.getDouble(series, t) == 0; channel++) {
          clean.putScalar(series, channel, t, 0);
        }
      }
    }
    return clean;
  }

  /** Says which input made the states infinite or NaN, or why they became so by themselves. */
  static RuntimeException notFinite(
      CellRnnLayer layer, INDArray x, INDArray mask, Map<String, INDArray> weights) {
    for (int series = 0; series < x.size(0); series++) {
      for (int t = 0; t < x.size(2); t++) {
        boolean present = mask == null || mask.getDouble(series, t) != 0;
        for (int channel = 0; channel < x.size(1) && present; channel++) {
          double value = x.getDouble(series, channel, t);
          if (!Double.isFinite(value)) {
            return new IllegalArgumentException(
                layer.describe()
                    + ": input "
                    + value
                    + " in series "
                    + series
                    + ", channel "
                    + channel
                    + ", step "
                    + t
                    + "; remove or impute it, or mask the step");
          }
        }
      }
    }
    return new ArithmeticException(
        layer.describe() + ": states are no longer finite; " + layer.stability(weights));
  }

  /** 0 times infinity or NaN is NaN; the sum of finite numbers itself might overflow. */
  private static boolean isFinite(INDArray array) {
    return array.mul(0).sumNumber().doubleValue() == 0;
  }
}
