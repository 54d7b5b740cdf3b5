package org.mf4j.engine.samediff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mf4j.cells.LeakyCell;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.engine.ReferenceRun;
import org.mf4j.engine.golden.GoldenCase;
import org.mf4j.random.SeededRandom;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.TrainingConfig;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.adapter.SingletonDataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/** The layer as a part of anybody's SameDiff graph. */
class MemristiveOpsTest {
  private static final int CHANNELS = 2;
  private static final int NEURONS = 5;
  private static final int STEPS = 7;

  static Stream<GoldenCase> startingAtZero() {
    return GoldenCase.all()
        .filter(golden -> golden.mask(DataType.DOUBLE).isEmpty())
        .filter(golden -> golden.array("h0", DataType.DOUBLE).norm1Number().doubleValue() == 0);
  }

  @ParameterizedTest
  @MethodSource("startingAtZero")
  void statesAndGradientsAreTheGoldenOnes(GoldenCase golden) {
    SameDiff sd = SameDiff.create();
    INDArray input = golden.array("x", DataType.DOUBLE);
    SDVariable x = sd.placeHolder("x", DataType.DOUBLE, -1, input.size(1), input.size(2));
    SDVariable w = sd.var("W", golden.array("W", DataType.DOUBLE));
    SDVariable rw = sd.var("RW", golden.array("RW", DataType.DOUBLE));
    SDVariable b = sd.var("b", golden.array("b", DataType.DOUBLE).reshape(1, -1));
    int steps = (int) input.size(2);
    SDVariable states =
        MemristiveOps.memristiveRnn(sd, "rnn", x, w, rw, b, steps, golden.dynamics()).all();
    SDVariable loss = states.mul(sd.constant(golden.array("eps", DataType.DOUBLE))).sum();
    sd.setLossVariables(loss);
    sd.createGradFunction("x");

    Map<String, INDArray> given = Map.of("x", input);
    assertClose(sd.output(given, "rnn").get("rnn"), golden.array("h", DataType.DOUBLE));
    Map<String, INDArray> gradients = sd.calculateGradients(given, "W", "RW", "b", "x");
    assertClose(gradients.get("W"), golden.array("dW", DataType.DOUBLE));
    assertClose(gradients.get("RW"), golden.array("dRW", DataType.DOUBLE));
    assertClose(gradients.get("b"), golden.array("db", DataType.DOUBLE).reshape(1, -1));
    assertClose(gradients.get("x"), golden.array("dx", DataType.DOUBLE));
  }

  private static void assertClose(INDArray actual, INDArray expected) {
    assertThat(actual.shape()).isEqualTo(expected.shape());
    assertThat(actual.distance2(expected))
        .isLessThanOrEqualTo(1e-10 * Math.max(1, expected.norm2Number().doubleValue()));
  }

  @Test
  void anyCellFitsIn() {
    SameDiff sd = SameDiff.create();
    SDVariable x = sd.placeHolder("x", DataType.DOUBLE, -1, CHANNELS, STEPS);
    Map<String, INDArray> weights = weights();
    Map<String, SDVariable> params =
        Map.of(
            "W", sd.var("W", weights.get("W")),
            "RW", sd.var("RW", weights.get("RW")),
            "b", sd.var("b", weights.get("b")));
    MemristiveOps.rnn(sd, "leaky", x, params, STEPS, new LeakyCell(0.4));
    INDArray input = uniform(4, 3, CHANNELS, STEPS);
    INDArray expected =
        ReferenceRun.of(
                ReferenceRun.leaky(0.4),
                weights.get("W"),
                weights.get("RW"),
                weights.get("b"),
                input,
                null,
                Nd4j.zeros(3, NEURONS))
            .activations();
    assertClose(sd.output(Map.of("x", input), "leaky").get("leaky"), expected);
  }

  @Test
  void aStackLearnsByFit() {
    SameDiff sd = SameDiff.create();
    SDVariable x = sd.placeHolder("x", DataType.DOUBLE, -1, CHANNELS, STEPS);
    SDVariable label = sd.placeHolder("label", DataType.DOUBLE, -1, 1);
    SDVariable lower = layer(sd, "lower", x, CHANNELS).all();
    SDVariable last = layer(sd, "upper", lower, NEURONS).last();
    SDVariable readout = sd.var("readout", uniform(9, NEURONS, 1));
    sd.loss().meanSquaredError("loss", label, last.mmul(readout), null);
    sd.setTrainingConfig(
        new TrainingConfig.Builder()
            .updater(new Adam(0.05))
            .dataSetFeatureMapping("x")
            .dataSetLabelMapping("label")
            .build());
    INDArray input = uniform(4, 16, CHANNELS, STEPS);
    INDArray mean = input.mean(1, 2).reshape(16, 1);
    Map<String, INDArray> given = Map.of("x", input, "label", mean);
    double before = sd.output(given, "loss").get("loss").getDouble(0);
    sd.fit(new SingletonDataSetIterator(new DataSet(input, mean)), 60);
    assertThat(sd.output(given, "loss").get("loss").getDouble(0)).isLessThan(0.1 * before);
  }

  private static MemristiveOps.States layer(SameDiff sd, String name, SDVariable x, int channels) {
    return MemristiveOps.memristiveRnn(
        sd,
        name,
        x,
        sd.var(name + "W", uniform(1, channels, NEURONS)),
        sd.var(name + "RW", uniform(2, NEURONS, NEURONS)),
        sd.var(name + "b", uniform(3, 1, NEURONS)),
        STEPS,
        MemristiveDynamics.paper());
  }

  @Test
  void constantsForAnotherNumberOfNeuronsAreRefused() {
    SameDiff sd = SameDiff.create();
    SDVariable x = sd.placeHolder("x", DataType.DOUBLE, -1, CHANNELS, STEPS);
    MemristiveDynamics three = MemristiveDynamics.paper().withGamma(0.5, 0.6, 0.7);
    SDVariable w = sd.var("W", weights().get("W"));
    assertThatThrownBy(() -> MemristiveOps.memristiveRnn(sd, "rnn", x, w, w, w, STEPS, three))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "dynamics: 3 values per neuron in a layer of nOut = 5; give one value, or one per"
                + " neuron");
    assertThat(sd.ops().length).as("operations left behind").isZero();
  }

  private static Map<String, INDArray> weights() {
    return Map.of(
        "W", uniform(1, CHANNELS, NEURONS),
        "RW", uniform(2, NEURONS, NEURONS),
        "b", uniform(3, 1, NEURONS));
  }

  private static INDArray uniform(long seed, long... shape) {
    SeededRandom random = new SeededRandom(seed);
    INDArray array = Nd4j.create(DataType.DOUBLE, shape);
    for (long i = 0; i < array.length(); i++) {
      array.putScalar(i, random.uniform(-1, 1));
    }
    return array;
  }
}
