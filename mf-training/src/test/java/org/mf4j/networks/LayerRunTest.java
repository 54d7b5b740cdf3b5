package org.mf4j.networks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToRnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Bit for bit what Deeplearning4j's own forward pass gives. */
class LayerRunTest {
  private static final int UNITS = 3;
  private static final int SERIES = 37;
  private static final int STEPS = 9;

  private final INDArray x = values(SERIES, 1, STEPS);
  private final INDArray mask = mask();

  private static INDArray values(int... shape) {
    SeededRandom random = new SeededRandom(5);
    INDArray values = Nd4j.create(shape);
    for (long i = 0; i < values.length(); i++) {
      values.putScalar(i, random.nextGaussian());
    }
    return values;
  }

  private static INDArray mask() {
    INDArray mask = Nd4j.ones(SERIES, STEPS);
    for (int i = 0; i < SERIES; i += 2) {
      mask.putScalar(i, STEPS - 1, 0);
    }
    return mask;
  }

  /** Differences, summaries, clipped, squashed, read. */
  private static MultiLayerNetwork reservoir() {
    MultiLayerNetwork network = FeatureRangeTest.network(true);
    network.setParams(network.params().add(values(1, (int) network.numParams()).mul(.4)));
    return network;
  }

  @ParameterizedTest
  @CsvSource({"0,1", "0,2", "0,3", "0,4", "0,5", "2,4", "2,5", "3,4", "4,5", "1,2"})
  void givesWhatTheNetworkGives(int from, int to) {
    MultiLayerNetwork network = reservoir();
    INDArray given = from == 1 ? null : mask;
    List<INDArray> all = network.feedForward(x, given, null);
    INDArray input = all.get(from);
    INDArray before = input.dup();
    INDArray emitted = new LayerRun(network, from, to).of(input, from == 0 ? mask : null);
    assertThat(emitted).isEqualTo(all.get(to));
    assertThat(input).isEqualTo(before);
    emitted.close();
    assertThat(input.wasClosed()).isFalse();
  }

  @Test
  void closesWhatWasReadAndNothingElse() {
    MultiLayerNetwork network = reservoir();
    INDArray[] seen = new INDArray[2];
    new LayerRun(network, 0, 4).read(x, mask, emitted -> seen[0] = emitted);
    new LayerRun(network, 4, 4).read(x, null, same -> seen[1] = same);
    assertThat(seen[0].wasClosed()).isTrue();
    assertThat(seen[1]).isSameAs(x);
    assertThat(x.wasClosed()).isFalse();
    assertThat(mask.wasClosed()).isFalse();
  }

  /** Steps become rows and rows steps again. */
  @Test
  void mindsPreProcessors() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(1)
                .list()
                .layer(new LSTM.Builder().nIn(1).nOut(UNITS).build())
                .layer(new DenseLayer.Builder().nIn(UNITS).nOut(UNITS).build())
                .layer(
                    new ElementWiseMultiplicationLayer.Builder()
                        .nIn(UNITS)
                        .nOut(UNITS)
                        .activation(Activation.HARDTANH)
                        .build())
                .layer(
                    new RnnOutputLayer.Builder(LossFunction.MSE)
                        .activation(Activation.IDENTITY)
                        .nIn(UNITS)
                        .nOut(1)
                        .build())
                .inputPreProcessor(1, new RnnToFeedForwardPreProcessor())
                .inputPreProcessor(3, new FeedForwardToRnnPreProcessor())
                .setInputType(InputType.recurrent(1))
                .build());
    network.init();
    assertThat(new LayerRun(network, 0, 4).of(x, null)).isEqualTo(network.output(x));
  }
}
