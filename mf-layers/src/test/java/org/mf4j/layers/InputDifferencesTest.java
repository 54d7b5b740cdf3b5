package org.mf4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mf4j.layers.Batches.assertClose;
import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Differences as extra channels, by their definition. */
class InputDifferencesTest {
  private static final int STEPS = 6;

  private static MultiLayerNetwork net() {
    return Nets.of(Nets.configuration(DataType.FLOAT), new InputDifferences(2));
  }

  private static INDArray series() {
    return Batches.uniform(2, DataType.FLOAT, 3, LayerCase.N_IN, STEPS);
  }

  private static INDArray mask() {
    return Batches.mask(DataType.FLOAT, "111111", "001101", "101100");
  }

  /** x, then 2 (x(t) - x(the present step before)). */
  private static INDArray expected(INDArray x, INDArray mask) {
    int n = (int) x.size(1);
    INDArray both = Nd4j.zeros(DataType.FLOAT, x.size(0), 2L * n, x.size(2));
    for (int series = 0; series < x.size(0); series++) {
      for (int channel = 0; channel < n; channel++) {
        int before = -1;
        for (int t = 0; t < x.size(2); t++) {
          if (mask.getDouble(series, t) != 0) {
            double now = x.getDouble(series, channel, t);
            double change = before < 0 ? 0 : now - x.getDouble(series, channel, before);
            both.putScalar(series, channel, t, now);
            both.putScalar(series, channel + n, t, 2 * change);
            before = t;
          }
        }
      }
    }
    return both;
  }

  @Test
  void differencesFollowTheSeries() {
    INDArray present = Nd4j.ones(DataType.FLOAT, 3, STEPS);
    assertClose(net().output(series()), expected(series(), present), 1e-6);
  }

  @Test
  void absentStepsAreLeapedOver() {
    assertClose(net().output(series(), false, mask(), null), expected(series(), mask()), 1e-6);
  }

  @Test
  void aStreamRemembersItsLastStep() {
    MultiLayerNetwork net = net();
    INDArray whole = net.output(series());
    for (int repeat = 0; repeat < 2; repeat++) {
      net.rnnTimeStep(Batches.steps(series(), 0, 2));
      assertClose(
          net.rnnTimeStep(Batches.steps(series(), 2, STEPS)),
          whole.get(all(), all(), interval(2, STEPS)),
          1e-6);
      net.rnnClearPreviousState();
    }
  }

  @Test
  void anotherBatchSizeNeedsAnotherStream() {
    MultiLayerNetwork net = net();
    net.rnnTimeStep(series());
    INDArray two = series().get(interval(0, 2), all(), all()).dup();
    assertThatThrownBy(() -> net.rnnTimeStep(two))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("of 3 series, the input of 2");
  }

  @Test
  void aScaleOfNothingIsRefused() {
    for (double scale : new double[] {0, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new InputDifferences(scale))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("scale = " + scale);
    }
    assertThat(new InputDifferences().getScale()).isEqualTo(3);
  }
}
