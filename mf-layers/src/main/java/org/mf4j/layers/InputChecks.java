package org.mf4j.layers;

import java.util.Arrays;
import java.util.Map;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a recurrent layer refuses, each in one sentence that says where and what to do. */
final class InputChecks {
  private InputChecks() {}

  static void requireShape(CellRnnLayer layer, INDArray input, INDArray state) {
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

  /** NaN where the mask says that there is nothing is not an error, but it would spread. */
  static INDArray withoutMaskedNaN(INDArray x, INDArray mask) {
    if (mask == null || isFinite(x)) {
      return x;
    }
    INDArray clean = x.dup();
    for (int series = 0; series < x.size(0); series++) {
      for (int t = 0; t < x.size(2); t++) {
        for (int channel = 0; channel < x.size(1) && mask.getDouble(series, t) == 0; channel++) {
          clean.putScalar(series, channel, t, 0);
        }
      }
    }
    return clean;
  }

  static void requireFinite(
      CellRnnLayer layer,
      INDArray x,
      INDArray mask,
      INDArray lastState,
      Map<String, INDArray> weights) {
    if (isFinite(lastState)) {
      return;
    }
    for (int series = 0; series < x.size(0); series++) {
      for (int t = 0; t < x.size(2); t++) {
        boolean present = mask == null || mask.getDouble(series, t) != 0;
        for (int channel = 0; channel < x.size(1) && present; channel++) {
          double value = x.getDouble(series, channel, t);
          if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
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
    throw new IllegalStateException(
        layer.describe() + ": states are no longer finite; " + layer.stability(weights));
  }

  private static boolean isFinite(INDArray array) {
    return Double.isFinite(array.sumNumber().doubleValue());
  }
}
