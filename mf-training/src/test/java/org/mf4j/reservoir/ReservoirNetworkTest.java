package org.mf4j.reservoir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.networks.RandomMatrix;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

class ReservoirNetworkTest {
  private static final ReservoirOptions OPTIONS = new ReservoirOptions(1, 0.1, 0.9);

  @Test
  void hasTheDrawnWeightsAndNoReadoutYet() {
    MultiLayerNetwork network = assemble();
    double[][] recurrent = OPTIONS.draw(2, 8, new SeededRandom(1)).recurrent();
    for (int i = 0; i < 8; i++) {
      assertThat(network.getParam("0_RW").getRow(i).toDoubleVector())
          .containsExactly(recurrent[i], within(1e-7));
    }
    assertThat(network.output(series()).amaxNumber().doubleValue()).isZero();
  }

  @Test
  void dependsNeitherOnTheGlobalGeneratorNorOnTheClock() {
    Nd4j.getRandom().setSeed(1);
    MultiLayerNetwork first = assemble();
    Nd4j.getRandom().setSeed(2);
    MultiLayerNetwork second = assemble();
    assertThat(second.params()).isEqualTo(first.params());
    assertThat(second.getLayerWiseConfigurations().toJson())
        .isEqualTo(first.getLayerWiseConfigurations().toJson());
  }

  @Test
  void furtherTrainingChangesTheReadoutOnly() {
    MultiLayerNetwork network = assemble();
    INDArray recurrent = network.getParam("0_RW").dup();
    network.fit(new DataSet(series(), Nd4j.ones(DataType.FLOAT, 4, 3)));
    assertThat(network.getParam("0_RW")).isEqualTo(recurrent);
    assertThat(network.getParam("1_b").amaxNumber().doubleValue()).isPositive();
  }

  @Test
  void savedAndLoadedItPutsOutTheSameWithMasksToo(@TempDir Path folder) throws IOException {
    MultiLayerNetwork network = assemble();
    network.setParam("1_W", Nd4j.create(RandomMatrix.gaussian(8, 3, 1, new SeededRandom(2))));
    INDArray mask = Nd4j.ones(DataType.FLOAT, 4, 6);
    mask.putScalar(1, 5, 0).putScalar(1, 4, 0);
    INDArray expected = network.output(series(), false, mask, null);

    ModelSerializer.writeModel(network, folder.resolve("network.zip").toFile(), true);
    MultiLayerNetwork loaded = MultiLayerNetwork.load(folder.resolve("network.zip").toFile(), true);

    assertThat(loaded.output(series(), false, mask, null)).isEqualTo(expected);
    assertThat(loaded.output(series())).isNotEqualTo(expected);
  }

  @Test
  void paddingWithMaskIsTheShorterSeries() {
    MultiLayerNetwork network = assemble();
    network.setParam("1_W", Nd4j.create(RandomMatrix.gaussian(8, 3, 1, new SeededRandom(2))));
    INDArray padded = Nd4j.concat(2, series(), Nd4j.zeros(DataType.FLOAT, 4, 2, 3));
    INDArray mask = Nd4j.hstack(Nd4j.ones(DataType.FLOAT, 4, 6), Nd4j.zeros(DataType.FLOAT, 4, 3));
    INDArray difference = network.output(padded, false, mask, null).sub(network.output(series()));
    assertThat(difference.amaxNumber().doubleValue()).isLessThan(1e-6);
  }

  private static MultiLayerNetwork assemble() {
    SimpleRnn layer = new SimpleRnn.Builder().nIn(2).nOut(8).activation(Activation.TANH).build();
    return ReservoirNetwork.assemble(layer, OPTIONS, 3, new SeededRandom(1));
  }

  private static INDArray series() {
    return Nd4j.create(RandomMatrix.gaussian(4, 12, 1, new SeededRandom(7)))
        .castTo(DataType.FLOAT)
        .reshape(4, 2, 6);
  }
}
