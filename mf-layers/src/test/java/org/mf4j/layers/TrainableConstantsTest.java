package org.mf4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.engine.Engine;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;

/** Physical constants as parameters of the layer. */
class TrainableConstantsTest {
  private static final MemristiveDynamics START =
      MemristiveDynamics.paper()
          .withGamma(0.9)
          .withDeltaT(0.05, 0.06, 0.07, 0.08)
          .withSlope(2)
          .withKp0(1e-4, 2e-4, 1e-4, 5e-5)
          .withEtaP(10, 9, 8, 11);

  private static MultiLayerNetwork net(Engine engine, double rate, PhysicalConstant... trained) {
    return Nets.of(
        Nets.configuration(DataType.FLOAT).updater(new Adam(rate)),
        new MemristiveRnn.Builder()
            .nOut(4)
            .engine(engine)
            .dynamics(START)
            .integration(Integration.EXACT)
            .trainable(trained)
            .build(),
        Nets.outputPerStep());
  }

  private static DataSet data() {
    return new DataSet(
        Batches.uniform(2, DataType.FLOAT, 3, LayerCase.N_IN, 6),
        Batches.classesPerStep(3, DataType.FLOAT, 3, 6));
  }

  @Test
  void nothingIsTrainedByDefault() {
    assertThat(net(Engine.AUTO, 0.1).getLayer(0).paramTable()).containsOnlyKeys("W", "RW", "b");
  }

  @Test
  void parametersHoldOneNumberOrOnePerNeuron() {
    Map<String, INDArray> params =
        net(Engine.AUTO, 0.1, PhysicalConstant.values()).getLayer(0).paramTable();
    assertThat(params.keySet())
        .containsExactly("W", "RW", "b", "gamma", "deltaT", "slope", "kp0", "kd0", "etaP", "etaD");
    assertThat(params.get("gamma").shape()).containsExactly(1, 1);
    assertThat(params.get("kd0").shape()).containsExactly(1, 1);
    assertThat(params.get("etaD").shape()).containsExactly(1, 1);
    for (String perNeuron : new String[] {"deltaT", "kp0", "etaP"}) {
      assertThat(params.get(perNeuron).shape()).containsExactly(1, 4);
    }
  }

  @ParameterizedTest
  @EnumSource(PhysicalConstant.class)
  void learningMovesTheConstantInItsRangeAndNoOther(PhysicalConstant constant) {
    for (Engine engine : new Engine[] {Engine.FUSED, Engine.SAMEDIFF}) {
      MultiLayerNetwork net = net(engine, 0.01, constant);
      double[] start = MemristiveRnn.dynamicsOf(net.getLayer(0)).get(constant).toArray();
      for (int i = 0; i < start.length; i++) {
        assertThat(start[i]).isCloseTo(START.get(constant).toArray()[i], within(1e-6));
      }
      for (int i = 0; i < 10; i++) {
        net.fit(data());
      }
      MemristiveDynamics learned = MemristiveRnn.dynamicsOf(net.getLayer(0));
      for (int i = 0; i < start.length; i++) {
        assertThat(learned.get(constant).toArray()[i])
            .isNotCloseTo(start[i], within(1e-4 * start[i]));
      }
      assertThat(learned.with(constant, START.get(constant).toArray())).isEqualTo(START);
    }
  }

  /** Steps far too large still leave every constant valid: reading them validates. */
  @Test
  void noUpdateLeavesTheRange() {
    MultiLayerNetwork net = net(Engine.FUSED, 5, PhysicalConstant.values());
    for (int i = 0; i < 40; i++) {
      net.fit(data());
      MemristiveDynamics learned = MemristiveRnn.dynamicsOf(net.getLayer(0));
      assertThat(learned.gamma().at(0)).isBetween(0.0, 1.0);
      assertThat(learned.deltaT().at(3)).isPositive();
    }
  }

  @Test
  void learnedConstantsAreSaved(@TempDir Path folder) throws IOException {
    MultiLayerNetwork net = net(Engine.AUTO, 0.05, PhysicalConstant.values());
    net.fit(data());
    Path file = folder.resolve("model.zip");
    ModelSerializer.writeModel(net, file.toFile(), true);
    MultiLayerNetwork restored = ModelSerializer.restoreMultiLayerNetwork(file.toFile());
    assertThat(MemristiveRnn.dynamicsOf(restored.getLayer(0)))
        .isEqualTo(MemristiveRnn.dynamicsOf(net.getLayer(0)))
        .isNotEqualTo(START);
  }

  /** A penalty is for weights; it would pull a free number to 0, which means nothing. */
  @Test
  void penaltiesLeaveConstantsAlone() {
    MultiLayerNetwork net =
        Nets.of(
            Nets.configuration(DataType.FLOAT).updater(new Sgd(0.1)).l2(0.5),
            new MemristiveRnn.Builder()
                .nOut(4)
                .dynamics(START)
                .trainable(PhysicalConstant.DELTA_T)
                .build(),
            Nets.outputPerStep());
    double weights = 0;
    for (String weight : new String[] {"0_W", "0_RW", "1_W"}) {
      weights += Math.pow(net.getParam(weight).norm2Number().doubleValue(), 2);
    }
    assertThat(net.calcRegularizationScore(true)).isCloseTo(0.25 * weights, within(1e-5));
  }

  @Test
  void dynamicsAreThoseOfMemristiveLayersOnly() {
    MultiLayerNetwork net =
        Nets.of(
            Nets.configuration(DataType.FLOAT),
            new LeakyRnn.Builder().nOut(4).build(),
            Nets.lastStep(new MemristiveRnn.Builder().nOut(4).dynamics(START).build()));
    assertThat(MemristiveRnn.dynamicsOf(net.getLayer(1))).isEqualTo(START);
    assertThatThrownBy(() -> MemristiveRnn.dynamicsOf(net.getLayer(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("layer of kind LeakyRnn: give a MemristiveRnn, or a wrapper around one");
  }
}
