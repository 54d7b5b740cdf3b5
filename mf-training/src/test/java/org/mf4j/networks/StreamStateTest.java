package org.mf4j.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.dynamics.stochastic.DeviceNoise;
import org.mf4j.layers.MemristiveRnn;
import org.mf4j.layers.StateSummary;
import org.mf4j.models.MfEsn;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.ToySets;
import org.mf4j.summaries.SummaryOptions;
import org.mf4j.summaries.WindowMean;
import org.mf4j.training.EpochListener;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class StreamStateTest {
  private static final SeriesSet TRAIN = ToySets.twoLevelsOfUnequalLengths().train();

  static Stream<ModelSettings> presets() {
    return Stream.of(
        ModelKind.MF_ESN.plain().withUnits(20),
        MfEsn.plainHeterogeneous(20),
        MfEsn.heterogeneous(20));
  }

  private static INDArray steps(double[][] channels, int from, int to) {
    double[][] some =
        Arrays.stream(channels)
            .map(channel -> Arrays.copyOfRange(channel, from, to))
            .toArray(double[][]::new);
    return Nd4j.createFromArray(new double[][][] {some});
  }

  private static double[] step(MultiLayerNetwork network, double[][] channels, int from, int to) {
    return network.rnnTimeStep(steps(channels, from, to)).toDoubleVector();
  }

  /** One network follows two streams in turn, whose states are bytes in between. */
  @ParameterizedTest
  @MethodSource("presets")
  void streamsTakeTurnsInOneNetwork(ModelSettings settings) throws InterruptedException {
    MultiLayerNetwork network =
        new ModelFitter(settings).fit(TRAIN, 1, EpochListener.NONE).network();
    StreamState.requireStreamable(network);
    List<double[][]> streams =
        List.of(TRAIN.series().get(0).channels(), TRAIN.series().get(1).channels());
    byte[][] states = {StreamState.START.bytes(), StreamState.START.bytes()};
    double[][] answers = new double[2][];
    int[] cuts = {0, 1, 3, 4};
    for (int i = 0; i < cuts.length; i++) {
      for (int k = 0; k < 2; k++) {
        int length = streams.get(k)[0].length;
        StreamState.of(states[k]).putInto(network);
        answers[k] =
            step(network, streams.get(k), cuts[i], i + 1 < cuts.length ? cuts[i + 1] : length);
        states[k] = StreamState.of(network).bytes();
      }
    }
    for (int k = 0; k < 2; k++) {
      int length = streams.get(k)[0].length;
      INDArray whole = network.output(steps(streams.get(k), 0, length));
      assertThat(answers[k]).containsExactly(whole.toDoubleVector(), within(1e-5));
      StreamState.START.putInto(network);
      assertThat(step(network, streams.get(k), 0, length)).containsExactly(answers[k]);
    }
  }

  private static MultiLayerNetwork network(Layer... layers) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(new NeuralNetConfiguration.Builder().list(layers).build());
    network.init();
    return network;
  }

  private static OutputLayer output() {
    return new OutputLayer.Builder().nIn(24).nOut(2).activation(Activation.SOFTMAX).build();
  }

  private static void assertRefused(String why, Layer... layers) {
    MultiLayerNetwork network = network(layers);
    assertThatThrownBy(() -> StreamState.requireStreamable(network))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("model: cannot follow a stream")
        .hasMessageContaining(why);
  }

  @Test
  void whatNeedsTheEndOfASeriesOrIsNoisyIsRefused() {
    MemristiveRnn plain = new MemristiveRnn.Builder().nIn(1).nOut(4).build();
    assertRefused(
        "where the series ends",
        new StateSummary(plain, SummaryOptions.of(new WindowMean(0.5, 1))),
        output());
    assertRefused("GlobalPoolingLayer", plain, new GlobalPoolingLayer(), output());
    MemristiveRnn noisy =
        new MemristiveRnn.Builder().nIn(1).nOut(4).noise(DeviceNoise.gaussian(0.1, 1)).build();
    assertRefused("noisy", new StateSummary(noisy), output());
  }

  @Test
  void aStateOfAnotherNetworkOrCutBytesAreRefused() {
    MultiLayerNetwork network =
        network(new StateSummary(new MemristiveRnn.Builder().nIn(1).nOut(4).build()), output());
    StreamState state = new StreamState(List.of(Map.of()));
    assertThatThrownBy(() -> state.putInto(network))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("state: of 1 layers; the network has 2");
    network.rnnTimeStep(Nd4j.ones(1, 1, 3));
    byte[] bytes = StreamState.of(network).bytes();
    assertThatThrownBy(() -> StreamState.of(Arrays.copyOf(bytes, bytes.length - 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("state: its bytes are cut off");
  }
}
