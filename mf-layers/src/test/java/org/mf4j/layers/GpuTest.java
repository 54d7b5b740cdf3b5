package org.mf4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.mf4j.layers.Batches.assertClose;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.engine.Engine;
import org.mf4j.engine.ReferenceRun;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What must hold on a CUDA backend ({@code -Pcuda}). Skipped on a CPU backend, unless {@code
 * -Dmf.gpu=required} says that a device must be there.
 */
@Tag("gpu")
class GpuTest {
  @BeforeEach
  void requireDevice() {
    boolean gpu = !Nd4j.getEnvironment().isCPU();
    if ("required".equals(System.getProperty("mf.gpu"))) {
      assertThat(gpu).as("mf.gpu = required: a CUDA backend with a device").isTrue();
    }
    assumeTrue(gpu, "no GPU: ND4J runs on its CPU backend");
  }

  private static MultiLayerNetwork net(Engine engine) {
    return Nets.of(
        Nets.configuration(DataType.FLOAT),
        new MemristiveRnn.Builder().nOut(4).engine(engine).build(),
        Nets.outputPerStep());
  }

  private static INDArray series() {
    return Batches.uniform(1, DataType.FLOAT, 5, LayerCase.N_IN, 11);
  }

  @Test
  void theDefiningEngineComputesTheEquations() {
    MultiLayerNetwork net = net(Engine.AUTO);
    INDArray expected =
        Nets.reference(
            ReferenceRun.memristive(MemristiveDynamics.paper(), Integration.EULER),
            net,
            series(),
            null,
            Nd4j.zeros(5, 4));
    assertClose(net.feedForward(series()).get(1), expected, 1e-5);
  }

  @Test
  void trainingLowersTheScore() {
    MultiLayerNetwork net = net(Engine.AUTO);
    DataSet data = new DataSet(series(), Batches.classesPerStep(3, DataType.FLOAT, 5, 11));
    double before = net.score(data);
    for (int i = 0; i < 10; i++) {
      net.fit(data);
    }
    assertThat(net.score(data)).isLessThan(before);
  }

  @Test
  void theFusedEngineSaysThatItNeedsACpu() {
    assertThatThrownBy(() -> net(Engine.FUSED).output(series()))
        .hasMessage(
            "engine = FUSED: needs a FLOAT network on a CPU backend, this is a FLOAT network on a"
                + " GPU backend; use AUTO or SAMEDIFF");
  }
}
