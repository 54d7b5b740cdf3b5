package org.mf4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mf4j.layers.Batches.assertClose;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.PhysicalConstant;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/**
 * The model that version 0.1.0 saved is loaded for ever: every later version must read it and give
 * the stored outputs. {@link #main} made it; a new version adds a file, it replaces none.
 */
class GoldenModelTest {
  private static final String MODEL = "model-0.1.0.zip";
  private static final String INPUT = "model-0.1.0.input";
  private static final String OUTPUT = "model-0.1.0.output";

  private static InputStream resource(String name) {
    return GoldenModelTest.class.getResourceAsStream("/models/" + name);
  }

  private static INDArray array(String name) throws IOException {
    try (InputStream in = resource(name)) {
      return Nd4j.read(in);
    }
  }

  @Test
  void theModelOfVersion010IsReadAndPredictsWhatItDid() throws IOException {
    try (InputStream in = resource(MODEL)) {
      MultiLayerNetwork net = ModelSerializer.restoreMultiLayerNetwork(in, true);
      assertClose(net.output(array(INPUT)), array(OUTPUT), 1e-5);
      MemristiveRnn layer = (MemristiveRnn) net.getLayer(0).conf().getLayer();
      assertThat(layer.getDynamics()).isEqualTo(dynamics());
      assertThat(layer.getIntegration()).isEqualTo(Integration.EXACT);
      assertThat(layer.getTrainable()).containsExactly(PhysicalConstant.GAMMA);
      assertThat(layer.getInitialState()).containsExactly(0.25);
      net.fit(new DataSet(array(INPUT), Batches.classes(3, DataType.FLOAT, 2)));
      assertThat(net.getIterationCount()).isEqualTo(4);
    }
  }

  private static MemristiveDynamics dynamics() {
    return MemristiveDynamics.paper().withGamma(0.9, 0.8, 0.7, 0.6).withDeltaT(0.05).withSlope(2);
  }

  /**
   * Writes the files of this version.
   *
   * @param args the folder
   */
  public static void main(String[] args) throws IOException {
    MultiLayerNetwork net =
        Nets.of(
            Nets.configuration(DataType.FLOAT).updater(new Adam(0.01)),
            new MemristiveRnn.Builder()
                .nOut(4)
                .dynamics(dynamics())
                .integration(Integration.EXACT)
                .trainable(PhysicalConstant.GAMMA)
                .initialState(0.25)
                .build(),
            new Bidirectional(
                Bidirectional.Mode.CONCAT, new LeakyRnn.Builder().nOut(3).leakRate(0.4).build()),
            Nets.lastStep(new MemristiveRnn.Builder().nOut(4).build()),
            Nets.output());
    INDArray x = Batches.uniform(7, DataType.FLOAT, 2, LayerCase.N_IN, 9);
    for (int i = 0; i < 3; i++) {
      net.fit(new DataSet(x, Batches.classes(3, DataType.FLOAT, 2)));
    }
    Path folder = Files.createDirectories(Path.of(args[0]));
    ModelSerializer.writeModel(net, folder.resolve(MODEL).toFile(), true);
    Nd4j.saveBinary(x, folder.resolve(INPUT).toFile());
    Nd4j.saveBinary(net.output(x), folder.resolve(OUTPUT).toFile());
  }
}
