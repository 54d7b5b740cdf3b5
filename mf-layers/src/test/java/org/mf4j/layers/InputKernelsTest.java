package org.mf4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mf4j.layers.Batches.assertClose;
import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.util.stream.IntStream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mf4j.engine.Engine;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Dilated kernels as extra channels, by their definition. */
@ExtendWith(DoubleByDefault.class)
class InputKernelsTest {
  private static final int STEPS = 7;
  private static final int[] DILATIONS = {1, 3, 2};
  private static final int[][] CHANNELS = {{0}, {1}, {1, 0}};
  private static final double[][][] WEIGHTS = {
    {{1, -2, 1}}, {{0.5, 2}}, {{-1, 2, -1, 0.25}, {3, -1}}
  };

  private static InputKernels kernels() {
    return new InputKernels(DILATIONS, CHANNELS, WEIGHTS);
  }

  private static MultiLayerNetwork net() {
    return Nets.of(Nets.configuration(DataType.DOUBLE), kernels());
  }

  private static INDArray series() {
    return Batches.uniform(2, DataType.DOUBLE, 3, LayerCase.N_IN, STEPS);
  }

  private static INDArray mask() {
    return Batches.mask(DataType.DOUBLE, "1111111", "0011010", "1011000");
  }

  /** The present steps of a series alone, its first value before them. */
  private static INDArray expected(INDArray x, INDArray mask) {
    int n = (int) x.size(1);
    INDArray out = Nd4j.zeros(DataType.DOUBLE, x.size(0), n + 3, x.size(2));
    for (int series = 0; series < x.size(0); series++) {
      int row = series;
      int[] present = IntStream.range(0, STEPS).filter(t -> mask.getDouble(row, t) != 0).toArray();
      for (int now = 0; now < present.length; now++) {
        for (int c = 0; c < n; c++) {
          out.putScalar(series, c, present[now], x.getDouble(series, c, present[now]));
        }
        for (int r = 0; r < 3; r++) {
          double sum = 0;
          for (int c = 0; c < CHANNELS[r].length; c++) {
            for (int i = 0; i < WEIGHTS[r][c].length; i++) {
              int then = Math.max(0, now - i * DILATIONS[r]);
              sum += WEIGHTS[r][c][i] * x.getDouble(series, CHANNELS[r][c], present[then]);
            }
          }
          out.putScalar(series, n + r, present[now], sum);
        }
      }
    }
    return out;
  }

  @Test
  void responsesFollowTheSeries() {
    INDArray present = Nd4j.ones(DataType.DOUBLE, 3, STEPS);
    assertClose(net().output(series()), expected(series(), present), 1e-12);
  }

  @Test
  void absentStepsAreLeapedOver() {
    assertClose(net().output(series(), false, mask(), null), expected(series(), mask()), 1e-12);
  }

  @Test
  void aStreamRemembersItsLastSteps() {
    MultiLayerNetwork net = net();
    INDArray whole = net.output(series());
    for (int repeat = 0; repeat < 2; repeat++) {
      net.rnnTimeStep(Batches.steps(series(), 0, 2));
      net.rnnTimeStep(Batches.steps(series(), 2, 3));
      assertClose(
          net.rnnTimeStep(Batches.steps(series(), 3, STEPS)),
          whole.get(all(), all(), interval(3, STEPS)),
          1e-12);
      net.rnnClearPreviousState();
    }
  }

  @Test
  void gradientsGoThroughThem() {
    CellRnn below = new MemristiveRnn.Builder().nOut(2).engine(Engine.SAMEDIFF).build();
    CellRnn above = new MemristiveRnn.Builder().nOut(2).engine(Engine.SAMEDIFF).build();
    MultiLayerNetwork net =
        Nets.of(
            Nets.configuration(DataType.DOUBLE),
            below,
            kernels(),
            new StateSummary(above),
            Nets.output());
    assertThat(
            GradientCheckUtil.checkGradients(
                GradientChecks.of(net)
                    .input(series())
                    .labels(Batches.classes(6, DataType.DOUBLE, 3))
                    .inputMask(mask())
                    .subset(true)
                    .maxPerParam(4)))
        .isTrue();
  }

  @Test
  void areSavedWithTheConfiguration() {
    MultiLayerConfiguration saved = net().getLayerWiseConfigurations();
    MultiLayerConfiguration read = MultiLayerConfiguration.fromJson(saved.toJson());
    assertThat(read.getConf(0).getLayer()).isEqualTo(saved.getConf(0).getLayer());
    assertThat(new MultiLayerNetwork(read).getLayerWiseConfigurations()).isEqualTo(saved);
  }

  @Test
  void refusesWhatIsNoKernel() {
    assertThatThrownBy(() -> new InputKernels(new int[0], new int[0][], new double[0][][]))
        .hasMessageContaining("needs at least 1, and as many of each");
    assertThatThrownBy(
            () -> new InputKernels(new int[] {0}, new int[][] {{0}}, new double[1][1][1]))
        .hasMessage("dilation = 0 of kernel 0: must be at least 1");
    assertThatThrownBy(
            () -> new InputKernels(new int[] {1}, new int[][] {{0}}, new double[1][2][1]))
        .hasMessage("kernel 0: 1 channels but weights for 2; they must agree");
    MultiLayerNetwork net =
        Nets.of(
            Nets.configuration(DataType.DOUBLE),
            new InputKernels(new int[] {1}, new int[][] {{LayerCase.N_IN}}, new double[1][1][1]));
    assertThatThrownBy(() -> net.output(series()))
        .hasMessageContaining("channel = " + LayerCase.N_IN + " of a kernel");
  }
}
