package org.mf4j.readout.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.mf4j.layers.LeakyRnn;
import org.mf4j.random.SeededRandom;
import org.mf4j.readout.RidgeReadout;
import org.mf4j.reservoir.ReservoirNetwork;
import org.mf4j.reservoir.ReservoirOptions;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.ViewIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class StreamingNetworkTest {
  private static final int STEPS = 60;
  private static final int UNITS = 8;

  /** Step by step through the network with RLS, against ridge on the whole sequence. */
  @Test
  void oneStreamIsWorthARidgeReadout() {
    double[] x = new double[STEPS];
    double[] y = new double[STEPS];
    for (int t = 0; t < STEPS; t++) {
      x[t] = Math.sin(0.7 * t) + Math.sin(0.31 * t * t);
      y[t] = t > 0 ? x[t - 1] : 0;
    }
    MultiLayerNetwork online = network();
    StreamingNetwork stream =
        new StreamingNetwork(online, new RecursiveLeastSquares(UNITS, 1, 1, 10));
    for (int t = 0; t < STEPS; t++) {
      stream.step(x[t]);
      stream.learn(y[t]);
    }
    stream.writeTo(online);

    MultiLayerNetwork solved = network();
    INDArray inputs = Nd4j.createFromArray(x).castTo(DataType.FLOAT).reshape(1, 1, STEPS);
    INDArray labels = Nd4j.createFromArray(y).castTo(DataType.FLOAT).reshape(1, 1, STEPS);
    new RidgeReadout(0.1).fit(solved, new ViewIterator(new DataSet(inputs, labels), 1));
    assertThat(online.output(inputs).reshape(STEPS).toDoubleVector())
        .containsExactly(solved.output(inputs).reshape(STEPS).toDoubleVector(), within(1e-3));
    stream.startSequence();
    double[] again = {stream.step(x[0])[0], stream.step(x[1])[0]};
    assertThat(again[1]).isCloseTo(online.output(inputs).getDouble(0, 0, 1), within(1e-5));
  }

  /** The frozen layer of a reservoir keeps its state from step to step too. */
  @Test
  void streamsThroughAReservoir() {
    LeakyRnn layer = new LeakyRnn.Builder().nIn(1).nOut(UNITS).build();
    MultiLayerNetwork reservoir =
        ReservoirNetwork.assemble(layer, new ReservoirOptions(1, 0.1, 0.9), 1, new SeededRandom(5));
    OnlineReadout readout = LeastMeanSquares.normalised(UNITS, 1, 1);
    StreamingNetwork stream = new StreamingNetwork(reservoir, readout);
    double[] x = {0.5, -1, 2, 0.1};
    for (double value : x) {
      stream.step(value);
    }
    stream.learn(7);
    stream.writeTo(reservoir);
    INDArray whole = Nd4j.createFromArray(x).castTo(DataType.FLOAT).reshape(1, 1, x.length);
    assertThat(reservoir.output(whole).getDouble(0)).isCloseTo(7, within(1e-4));
  }

  @Test
  void learnsOnlyAfterAStep() {
    StreamingNetwork stream =
        new StreamingNetwork(network(), LeastMeanSquares.normalised(UNITS, 1, 0.5));
    assertThatThrownBy(() -> stream.learn(1)).hasMessageContaining("call step first");
  }

  private static MultiLayerNetwork network() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(3)
                .list()
                .layer(new LeakyRnn.Builder().nIn(1).nOut(UNITS).build())
                .layer(
                    new RnnOutputLayer.Builder(LossFunction.MSE)
                        .activation(Activation.IDENTITY)
                        .nIn(UNITS)
                        .nOut(1)
                        .build())
                .build());
    network.init();
    return network;
  }
}
