package org.mf4j.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.layers.MemristiveRnn;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class HardwareModelTest {
  private static final Nonideality[] ALL = {
    new Levels(3),
    new ProgrammingNoise(0.05),
    new RelativeNoise(0.1),
    new Drift(100),
    new StuckDevices(0.05, 0.05),
    new ReadNoise(0.05),
    new DeadNeurons(0.3),
    new Spread(0.2, 0.02)
  };

  @Test
  void noneChangesNoBit() {
    SmallNetworks.all()
        .forEach(
            (name, network) -> {
              MultiLayerNetwork copy = HardwareModel.none().apply(network);
              INDArray x = SmallNetworks.series();
              assertThat(copy.params()).as(name).isEqualTo(network.params());
              assertThat(copy.output(x).toFloatMatrix())
                  .as(name)
                  .isEqualTo(network.output(x).toFloatMatrix());
            });
  }

  @Test
  void everyNetworkDeviatesAndIsLeftAsItWas() {
    SmallNetworks.all()
        .forEach(
            (name, network) -> {
              INDArray x = SmallNetworks.series();
              INDArray before = network.params().dup();
              INDArray answer = network.output(x).dup();
              String configuration = network.getLayerWiseConfigurations().toJson();
              MultiLayerNetwork copy = HardwareModel.of(7, ALL).apply(network);
              assertThat(copy.output(x)).as(name).isNotEqualTo(answer);
              assertThat(Arrays.stream(copy.output(x).dup().data().asDouble()))
                  .as(name)
                  .allMatch(Double::isFinite);
              assertThat(network.params()).as(name).isEqualTo(before);
              assertThat(network.output(x)).as(name).isEqualTo(answer);
              assertThat(network.getLayerWiseConfigurations().toJson()).isEqualTo(configuration);
            });
  }

  @Test
  void aSeedIsAChip() {
    MultiLayerNetwork network = SmallNetworks.all().get("last step");
    INDArray one = HardwareModel.of(7, ALL).apply(network).params();
    assertThat(HardwareModel.of(7, ALL).apply(network).params()).isEqualTo(one);
    assertThat(HardwareModel.of(8, ALL).apply(network).params()).isNotEqualTo(one);
  }

  /** w = scale k / (2^b - 1), k whole from -(2^b - 1) on, and the largest |w| is met exactly. */
  @Test
  void levelsMakeALatticeOfWeights() {
    MultiLayerNetwork network = SmallNetworks.all().get("two directions");
    MultiLayerNetwork copy = HardwareModel.of(1, new Levels(2)).apply(network);
    for (String key : new String[] {"0_fW", "0_fRW", "0_bW", "0_bRW", "1_W"}) {
      double[] before = values(network, key);
      double[] after = values(copy, key);
      double scale = Arrays.stream(before).map(Math::abs).max().orElseThrow();
      for (int i = 0; i < before.length; i++) {
        double nearest = Math.rint(before[i] / scale * 3) / 3 * scale;
        assertThat(after[i]).as(key).isCloseTo(nearest, within(1e-6));
      }
    }
    for (String key : new String[] {"0_fb", "0_bb", "1_b"}) {
      assertThat(values(copy, key)).as(key).isEqualTo(values(network, key));
    }
  }

  @Test
  void aConnectionThatIsNotThereHasNoDevices() {
    MultiLayerNetwork network = SmallNetworks.all().get("last step");
    network.getParam("0_RW").getRow(2).assign(0);
    MultiLayerNetwork copy = HardwareModel.of(1, new ProgrammingNoise(0.1)).apply(network);
    assertThat(copy.getParam("0_RW").getRow(2).toDoubleVector()).containsOnly(0);
    assertThat(copy.getParam("0_RW").getRow(3)).isNotEqualTo(network.getParam("0_RW").getRow(3));
  }

  /** Both devices of a pair are written: the weight's deviation is sqrt(2) times that of one. */
  @Test
  void aWeightIsTheDifferenceOfTwoDevices() {
    int n = 3_000;
    double[] weights = new double[n];
    Arrays.fill(weights, 0.5);
    weights[0] = 2;
    DifferentialPairs pairs = DifferentialPairs.of(weights);
    assertThat(pairs.weights()).isEqualTo(weights);
    HardwareModel model = HardwareModel.none();
    // Far above 0 S, so that nothing is cut off.
    Arrays.fill(pairs.minus(), 0.5);
    Arrays.fill(pairs.plus(), 0.75);
    pairs.deviate(new ProgrammingNoise(0.01), model.conductance(), Streams.of(3, "weights"));
    Moments.assertNormal(pairs.weights(), 0.5, 2 * 0.01 * Math.sqrt(2));
  }

  @Test
  void onlyThePlacedLayersDeviate() {
    MultiLayerNetwork network = SmallNetworks.all().get("frozen summary");
    HardwareModel noisy = HardwareModel.of(2, new ProgrammingNoise(0.1));
    MultiLayerNetwork recurrent = noisy.on(Placement.RECURRENT).apply(network);
    MultiLayerNetwork readout = noisy.on(Placement.READOUT).apply(network);
    assertThat(recurrent.getParam("0_RW")).isNotEqualTo(network.getParam("0_RW"));
    assertThat(recurrent.getParam("1_W")).isEqualTo(network.getParam("1_W"));
    assertThat(readout.getParam("0_RW")).isEqualTo(network.getParam("0_RW"));
    assertThat(readout.getParam("1_W")).isNotEqualTo(network.getParam("1_W"));
  }

  @Test
  void oneMoreNonidealityLeavesTheOthersAsTheyWere() {
    MultiLayerNetwork network = SmallNetworks.all().get("last step");
    INDArray alone = HardwareModel.of(4, new ProgrammingNoise(0.1)).apply(network).params();
    INDArray withMore =
        HardwareModel.of(4, new ReadNoise(0.1), new ProgrammingNoise(0.1), new Spread(0.1, 0.1))
            .apply(network)
            .params();
    assertThat(withMore).isEqualTo(alone);
  }

  /** DL4J's zip holds the read noise and the spread constants. */
  @Test
  void theCopyIsSavedAndLoadedLikeAnyNetwork() throws Exception {
    MultiLayerNetwork copy =
        HardwareModel.of(4, new ReadNoise(0.1), new Spread(0.3, 0.1))
            .apply(SmallNetworks.all().get("last step"));
    Path file = Files.createTempFile("copy", ".zip");
    copy.save(file.toFile());
    MultiLayerNetwork loaded = MultiLayerNetwork.load(file.toFile(), false);
    Files.delete(file);
    INDArray x = SmallNetworks.series();
    INDArray first = copy.output(x).dup();
    assertThat(loaded.output(x)).isEqualTo(first);
    assertThat(loaded.output(x)).isNotEqualTo(first);
  }

  @Test
  void refusesTwoOfAKindAndLearnedConstants() {
    assertThatThrownBy(() -> HardwareModel.of(1, new Levels(2), new Levels(3)))
        .hasMessageContaining("each kind at most once");
    MultiLayerNetwork learning =
        SmallNetworks.network(
            new LastTimeStep(
                new MemristiveRnn.Builder()
                    .nIn(2)
                    .nOut(SmallNetworks.UNITS)
                    .trainable(PhysicalConstant.KD0)
                    .build()),
            SmallNetworks.UNITS);
    assertThatThrownBy(() -> HardwareModel.of(1, new Spread(0.1, 0)).apply(learning))
        .hasMessageContaining("kd0: is learned");
    assertThat(HardwareModel.none().apply(learning).params()).isEqualTo(learning.params());
  }

  private static double[] values(MultiLayerNetwork network, String key) {
    return network.getParam(key).dup('c').data().asDouble();
  }

  @Test
  void anArrayOfZerosStaysOne() {
    MultiLayerNetwork network = SmallNetworks.all().get("tanh");
    network.setParams(Nd4j.zerosLike(network.params()));
    assertThat(HardwareModel.of(1, ALL).apply(network).params()).isEqualTo(network.params());
  }
}
