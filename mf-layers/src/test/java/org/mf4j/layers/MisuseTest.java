package org.mf4j.layers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.engine.Engine;
import org.mf4j.summaries.Last;
import org.mf4j.summaries.Mean;
import org.mf4j.summaries.Summary;
import org.mf4j.summaries.SummaryOptions;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Every mistake gets one sentence that says where and what to do. */
class MisuseTest {
  private static INDArray series(LayerCase c) {
    return Batches.uniform(1, c.dataType(), 2, LayerCase.N_IN, 5);
  }

  @EveryLayer
  void anUnsetNumberOfChannelsIsNamed(LayerCase c) {
    CellRnn layer = c.builder().nIn(0).name("first").build();
    assertThatThrownBy(
            () -> {
              MultiLayerNetwork net =
                  new MultiLayerNetwork(
                      Nets.configuration(c.dataType()).list(layer, Nets.outputPerStep()).build());
              net.init();
            })
        .hasMessage(
            Names.layer(c) + " (index=0, name=first) nIn=0, nOut=4; nIn and nOut must be > 0");
  }

  @EveryLayer
  void anInputOfRankTwoIsRefused(LayerCase c) {
    MultiLayerNetwork net = Nets.of(c, c.layer());
    INDArray flat = Batches.uniform(1, c.dataType(), 2, LayerCase.N_IN);
    assertThatThrownBy(() -> net.output(flat))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            Names.layer(c)
                + " \"layer0\": input of shape [2, 3]; a recurrent layer needs rank 3, [batch, nIn,"
                + " T]");
  }

  /** Fault 24. */
  @EveryLayer
  void anInputOfRankTwoIsRefusedBehindSummariesToo(LayerCase c) {
    for (Summary summary : List.of(new Last(), new Mean())) {
      MultiLayerNetwork net = Nets.of(c, new StateSummary(c.layer(), SummaryOptions.of(summary)));
      INDArray flat = Batches.uniform(1, c.dataType(), 2, LayerCase.N_IN);
      assertThatThrownBy(() -> net.output(flat))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("input of shape [2, 3]; a recurrent layer needs rank 3");
    }
  }

  @EveryLayer
  void aWrongNumberOfChannelsIsRefused(LayerCase c) {
    MultiLayerNetwork net = Nets.of(c, c.layer());
    INDArray x = Batches.uniform(1, c.dataType(), 2, 5, 7);
    assertThatThrownBy(() -> net.output(x))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            Names.layer(c)
                + " \"layer0\": input of shape [2, 5, 7] has 5 channels in format NCW, the layer"
                + " has nIn = 3");
  }

  @EveryLayer
  void aMaskOfAnotherShapeIsRefused(LayerCase c) {
    MultiLayerNetwork net = Nets.of(c, c.layer());
    INDArray mask = Batches.mask(c.dataType(), "1111", "1111");
    assertThatThrownBy(() -> net.output(series(c), false, mask, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            Names.layer(c)
                + " \"layer0\": mask of shape [2, 4]; for this input it must be [2, 5], one entry"
                + " per series and step");
  }

  @EveryLayer
  void aNaNIsLocated(LayerCase c) {
    MultiLayerNetwork net = Nets.of(c, c.layer(), Nets.outputPerStep());
    INDArray x = series(c);
    x.putScalar(new int[] {1, 2, 3}, Double.NaN);
    String message =
        Names.layer(c)
            + " \"layer0\": input NaN in series 1, channel 2, step 3; remove or impute it, or mask"
            + " the step";
    assertThatThrownBy(() -> net.output(x))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> net.rnnTimeStep(x)).hasMessage(message);
    INDArray labels = Batches.classesPerStep(1, c.dataType(), 2, 5);
    assertThatThrownBy(() -> net.fit(new DataSet(x, labels))).hasMessage(message);
  }

  @EveryLayer
  void aWeightThatIsNotFiniteIsNotBlamedOnTheInput(LayerCase c) {
    MultiLayerNetwork net = Nets.of(c, c.layer());
    net.getParam("0_b").putScalar(0, Double.NaN);
    assertThatThrownBy(() -> net.output(series(c)))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageStartingWith(Names.layer(c) + " \"layer0\": states are no longer finite; ")
        .hasMessageEndingWith("so an input or a weight is not finite");
  }

  @EveryLayer
  void aStateOfAnotherNameOrShapeIsRefused(LayerCase c) {
    MultiLayerNetwork net = Nets.of(c, c.layer());
    INDArray state = Nd4j.zeros(c.dataType(), 2, 7);
    assertThatThrownBy(() -> net.rnnSetPreviousState(0, Map.of("state", state)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            Names.layer(c)
                + " \"layer0\": state \"state\" of shape [2, 7]; the only state is \"state\" of"
                + (c.states() == 4 ? " shape [batch, nOut = 4]" : " shape [batch, 8]"));
    INDArray other = Nd4j.zeros(c.dataType(), 2, 4);
    assertThatThrownBy(() -> net.rnnSetPreviousState(0, Map.of("prevAct", other)))
        .hasMessageContaining("state \"prevAct\" of shape [2, 4]");
  }

  @EveryLayer
  void anInitialStateOfAnotherSizeIsRefused(LayerCase c) {
    assertThatThrownBy(() -> c.builder().initialState(0.1, 0.2).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "initialState: 2 values in a layer of nOut = 4; give one value, or one per neuron");
    assertThatThrownBy(() -> c.builder().initialState(Double.NaN).build())
        .hasMessage("initialState = NaN: must be finite");
  }

  /** 1 - 0.3 * 10.224 lies below -1: every step turns the state around and stretches it. */
  @Test
  void divergenceNamesTheTheoremThatFails() {
    for (Engine engine : new Engine[] {Engine.FUSED, Engine.SAMEDIFF}) {
      MemristiveRnn layer =
          new MemristiveRnn.Builder()
              .nOut(4)
              .engine(engine)
              .biasInit(20)
              .weightInitRecurrent(WeightInit.ZERO)
              .dynamics(MemristiveDynamics.paper().withDeltaT(0.3))
              .build();
      MultiLayerNetwork net =
          Nets.of(Nets.configuration(DataType.FLOAT), InputType.recurrent(1), layer);
      INDArray x = Batches.uniform(1, DataType.FLOAT, 1, 1, 400);
      assertThatThrownBy(() -> net.output(x))
          .isInstanceOf(ArithmeticException.class)
          .hasMessage(
              "MemristiveRnn \"layer0\": states are no longer finite; Theorem V.6 (gamma - deltaT"
                  + " p_max > -1, gamma - deltaT p_min < 1) fails for gamma = 1.0, deltaT = 0.3:"
                  + " use a smaller deltaT or the exact step");
    }
  }

  @Test
  void constantsOfAnotherNumberOfNeuronsAreRefused() {
    assertThatThrownBy(
            () ->
                new MemristiveRnn.Builder()
                    .nOut(4)
                    .dynamics(MemristiveDynamics.paper().withDeltaT(0.1, 0.2))
                    .build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "dynamics: 2 values per neuron in a layer of nOut = 4; give one value, or one per"
                + " neuron");
  }

  @Test
  void theLeakRateHasARange() {
    assertThatThrownBy(() -> new LeakyRnn.Builder().leakRate(1.5).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("leakRate = 1.5: must be in (0, 1]");
  }

  @Test
  void theSlopeOfAnAbsentRescaleCannotBeLearned() {
    assertThatThrownBy(
            () ->
                new MemristiveRnn.Builder()
                    .nOut(4)
                    .dynamics(MemristiveDynamics.paper().withoutRescale())
                    .trainable(PhysicalConstant.SLOPE)
                    .build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "trained = slope: without RESCALE there is no slope to learn; give a rescale interval");
  }

  @Test
  void anEngineThatCannotRunIsRefusedWhenTheNetworkIsInitialised() {
    assertThatThrownBy(
            () ->
                Nets.of(
                    Nets.configuration(DataType.DOUBLE),
                    new MemristiveRnn.Builder().nOut(4).engine(Engine.FUSED).build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "engine = FUSED: needs a FLOAT network on a CPU backend, this is a DOUBLE network on a"
                + " CPU backend; use AUTO or SAMEDIFF");
    assertThatThrownBy(
            () ->
                Nets.of(
                    Nets.configuration(DataType.FLOAT),
                    new MemristiveRnn.Builder().nOut(4).engine(Engine.CUDA).build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "engine = CUDA: its module mf-cuda is missing on the class path; use AUTO or SAMEDIFF");
  }
}
