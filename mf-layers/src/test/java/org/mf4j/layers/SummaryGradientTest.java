package org.mf4j.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.engine.Engine;
import org.mf4j.summaries.AllSteps;
import org.mf4j.summaries.Last;
import org.mf4j.summaries.Maximum;
import org.mf4j.summaries.Mean;
import org.mf4j.summaries.RisingSteps;
import org.mf4j.summaries.StandardDeviation;
import org.mf4j.summaries.StateAt;
import org.mf4j.summaries.StepWindowMean;
import org.mf4j.summaries.Summary;
import org.mf4j.summaries.SummaryOptions;
import org.mf4j.summaries.TotalVariation;
import org.mf4j.summaries.WindowMean;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Gradient checks through every summary and through input differences. */
@ExtendWith(DoubleByDefault.class)
class SummaryGradientTest {
  private static final int STEPS = 6;

  static Stream<Summary> summaries() {
    return Stream.of(
        new Last(),
        new Mean(),
        new StandardDeviation(),
        new Maximum(),
        new TotalVariation(),
        new RisingSteps(),
        new StateAt(1),
        new StateAt(-2),
        new WindowMean(0.3, 0.7),
        new StepWindowMean(1, 3));
  }

  private static CellRnn recurrent(int nOut) {
    return new MemristiveRnn.Builder()
        .dynamics(MemristiveDynamics.paper().withGamma(0.9).withSlope(3))
        .nOut(nOut)
        .engine(Engine.SAMEDIFF)
        .build();
  }

  private static void check(INDArray mask, Layer... hidden) {
    Layer[] layers = new Layer[hidden.length + 1];
    System.arraycopy(hidden, 0, layers, 0, hidden.length);
    layers[hidden.length] = Nets.output();
    MultiLayerNetwork net = Nets.of(Nets.configuration(DataType.DOUBLE), layers);
    assertThat(
            GradientCheckUtil.checkGradients(
                GradientChecks.of(net)
                    .input(Batches.uniform(5, DataType.DOUBLE, 3, LayerCase.N_IN, STEPS))
                    .labels(Batches.classes(6, DataType.DOUBLE, 3))
                    .inputMask(mask)
                    .subset(true)
                    .maxPerParam(4)))
        .isTrue();
  }

  private static INDArray mask() {
    return Batches.mask(DataType.DOUBLE, "111111", "011110", "110101");
  }

  @ParameterizedTest
  @MethodSource("summaries")
  void holdsThroughEverySummary(Summary summary) {
    SummaryOptions options = SummaryOptions.of(summary, new Mean()).withWashout(1);
    check(mask(), new StateSummary(recurrent(2), options));
  }

  @Test
  void holdsThroughTheInputAndItsDifferences() {
    SummaryOptions options = SummaryOptions.standard().withWashout(1).withInput();
    check(mask(), recurrent(2), new InputDifferences(), new StateSummary(recurrent(2), options));
  }

  @Test
  void holdsInBothDirections() {
    Bidirectional both = new Bidirectional(Bidirectional.Mode.CONCAT, recurrent(2));
    check(mask(), recurrent(2), new StateSummary(both));
  }

  @Test
  void holdsForAllSteps() {
    check(null, new StateSummary(recurrent(2), SummaryOptions.of(new AllSteps(STEPS))));
  }
}
