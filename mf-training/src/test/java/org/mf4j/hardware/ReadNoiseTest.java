package org.mf4j.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.mf4j.layers.MemristiveRnn;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

class ReadNoiseTest {
  private static final INDArray LABELS =
      Nd4j.createFromArray(new float[][] {{1, 0}, {0, 1}, {1, 1}, {0, 0}, {1, -1}});

  private static MultiLayerNetwork trainedWith(NoisyWeights noise) {
    return SmallNetworks.network(
        new LastTimeStep(
            new MemristiveRnn.Builder()
                .nIn(2)
                .nOut(SmallNetworks.UNITS)
                .weightNoise(noise)
                .build()),
        SmallNetworks.UNITS);
  }

  @Test
  void everyInferenceReadsOtherWeightsAroundTheSameOnes() {
    MultiLayerNetwork network = SmallNetworks.all().get("last step");
    Layer layer = HardwareModel.of(5, new ReadNoise(0.03)).apply(network).getLayer(0);
    NoisyWeights noise = NoisyWeights.always(0.03, 5);
    double[] clean = network.getParam("0_RW").dup('c').data().asDouble();
    double scale = Arrays.stream(clean).map(Math::abs).max().orElseThrow();
    double[] deviations = new double[100 * clean.length];
    for (int use = 0; use < 100; use++) {
      double[] read = read(noise, layer, "RW", 0, false);
      for (int i = 0; i < clean.length; i++) {
        deviations[use * clean.length + i] = read[i] - clean[i];
      }
    }
    Moments.assertNormal(deviations, 0, Math.sqrt(2) * 0.03 * scale);
    assertThat(read(noise, layer, "b", 0, false))
        .isEqualTo(network.getParam("0_b").data().asDouble());
  }

  private static double[] read(
      NoisyWeights noise, Layer layer, String key, int iteration, boolean train) {
    return noise
        .getParameter(layer, key, iteration, 0, train, LayerWorkspaceMgr.noWorkspaces())
        .dup('c')
        .data()
        .asDouble();
  }

  @Test
  void trainingIsRepeatableAndInferenceAfterItIsWithoutNoise() {
    MultiLayerNetwork one = trainedWith(NoisyWeights.inTraining(0.1, 1));
    MultiLayerNetwork same = trainedWith(NoisyWeights.inTraining(0.1, 1));
    MultiLayerNetwork other = trainedWith(NoisyWeights.inTraining(0.1, 2));
    for (MultiLayerNetwork network : new MultiLayerNetwork[] {one, same, other}) {
      for (int i = 0; i < 3; i++) {
        network.fit(new DataSet(SmallNetworks.series(), LABELS));
      }
    }
    assertThat(same.params()).isEqualTo(one.params());
    assertThat(other.params()).isNotEqualTo(one.params());
    INDArray first = one.output(SmallNetworks.series()).dup();
    assertThat(one.output(SmallNetworks.series())).isEqualTo(first);
  }

  /** Straight through: the step is that of a network that has the noisy weights. */
  @Test
  void theGradientIsTakenAtTheNoisyWeights() {
    MultiLayerNetwork noisy = trainedWith(NoisyWeights.inTraining(0.1, 3));
    MultiLayerNetwork plain = SmallNetworks.all().get("last step");
    INDArray before = noisy.params().dup();
    for (String key : new String[] {"W", "RW"}) {
      INDArray read =
          NoisyWeights.inTraining(0.1, 3)
              .getParameter(noisy.getLayer(0), key, 0, 0, true, LayerWorkspaceMgr.noWorkspaces());
      plain.getParam("0_" + key).assign(read);
    }
    INDArray plainBefore = plain.params().dup();
    noisy.fit(new DataSet(SmallNetworks.series(), LABELS));
    plain.fit(new DataSet(SmallNetworks.series(), LABELS));
    double[] expected = plain.params().sub(plainBefore).toDoubleVector();
    assertThat(noisy.params().sub(before).toDoubleVector()).containsExactly(expected, within(1e-6));
    assertThat(Arrays.stream(expected).map(Math::abs).max().orElseThrow()).isGreaterThan(1e-3);
  }
}
