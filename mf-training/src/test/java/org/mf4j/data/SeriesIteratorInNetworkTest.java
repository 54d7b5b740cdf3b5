package org.mf4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.mf4j.data.series.SeriesSet;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** The iterator in Deeplearning4j's own training loop, with Deeplearning4j's own layers. */
class SeriesIteratorInNetworkTest {
  @Test
  void paddingChangesNoOutput() {
    SeriesSet set = SampleSets.ofLengths(2, 3, 3, 1, 2);
    MultiLayerNetwork network = network(2, 3);
    INDArray together = network.output(SeriesIterator.inOrder(set, TargetCoding.ONE_HOT, 3));
    INDArray apart = network.output(SeriesIterator.inOrder(set, TargetCoding.ONE_HOT, 1));
    for (int i = 0; i < 9; i++) {
      assertThat(together.getDouble(i)).isCloseTo(apart.getDouble(i), within(1e-6));
    }
  }

  /** Chance is 1/6; this run reached 0.50. */
  @Test
  void aNetworkLearnsTheControlCharts() {
    DatasetSplit charts = ControlCharts.generate(ControlCharts.DEFAULT_SEED);
    MultiLayerNetwork network = network(1, 6);
    network.fit(SeriesIterator.shuffled(charts.train(), TargetCoding.ONE_HOT, 30, 1), 8);
    Evaluation evaluation =
        network.evaluate(SeriesIterator.inOrder(charts.test(), TargetCoding.ONE_HOT, 64));
    assertThat(evaluation.getNumRowCounter()).isEqualTo(300);
    assertThat(evaluation.accuracy()).isGreaterThan(0.35);
  }

  private static MultiLayerNetwork network(int inputs, int outputs) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Adam(0.01))
                .list()
                .layer(new LastTimeStep(new SimpleRnn.Builder().nIn(inputs).nOut(20).build()))
                .layer(
                    new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                        .nIn(20)
                        .nOut(outputs)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build());
    network.init();
    return network;
  }
}
