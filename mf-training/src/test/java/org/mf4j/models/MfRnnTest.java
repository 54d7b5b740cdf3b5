package org.mf4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.SeriesIterator;
import org.mf4j.data.TargetCoding;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.layers.InputDifferences;
import org.mf4j.layers.MemristiveRnn;
import org.mf4j.layers.StateSummary;
import org.mf4j.training.EpochListener;
import org.mf4j.training.TrainingOptions;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.indexing.NDArrayIndex;

class MfRnnTest {
  private static final DatasetSplit LEVELS = ToySets.levels();

  private static MultiLayerNetwork fitted(ModelSettings settings) throws InterruptedException {
    return new ModelFitter(settings).fit(LEVELS.train(), 1, EpochListener.NONE).network();
  }

  private static ModelSettings epochs(ModelSettings settings, int epochs) {
    return settings.with(TrainingSettings.EPOCHS, epochs);
  }

  /** Before training it is the reservoir; after a few updates no array is what it was. */
  @Test
  void everythingOfTheHeterogeneousNetworkIsTrained() throws InterruptedException {
    ModelSettings settings = MfRnn.heterogeneous(10);
    MultiLayerNetwork reservoir =
        new ModelFitter(
                MfEsn.plainHeterogeneous(10)
                    .with(MemristiveSettings.INTEGRATION, Integration.EXACT))
            .fit(LEVELS.train(), 1, EpochListener.NONE)
            .network();
    MultiLayerNetwork trained = fitted(epochs(settings, 20));
    assertThat(trained.getLayer(0).conf().getLayer()).isInstanceOf(InputDifferences.class);
    assertThat(trained.getLayerWiseConfigurations().getConf(1).getLayer())
        .isInstanceOf(StateSummary.class);
    for (String name : List.of("1_W", "1_RW", "1_b", "2_W", "2_b")) {
      INDArray before = reservoir.getParam(name);
      double change = trained.getParam(name).sub(before).amaxNumber().doubleValue();
      assertThat(change).as(name).isPositive().isLessThan(0.1);
    }
    assertThat(trained.getParam("3_W").amaxNumber().doubleValue()).isPositive();
  }

  /** So small a step moves no weight. */
  private static ModelSettings untrained(ModelSettings settings) {
    return epochs(settings.with(TrainingSettings.LEARNING_RATE, 1e-30), 1);
  }

  /** Every neuron has a gradient of its own; what is not learned stays where it was drawn. */
  @Test
  void learnedConstantsMoveInEveryNeuron() throws InterruptedException {
    List<PhysicalConstant> moving = List.of(PhysicalConstant.GAMMA, PhysicalConstant.DELTA_T);
    ModelSettings settings = MfRnn.heterogeneous(10).with(MemristiveSettings.TRAINABLE, moving);
    MemristiveDynamics drawn = constants(untrained(MfRnn.heterogeneous(10)));
    MemristiveDynamics started = constants(untrained(settings));
    MemristiveDynamics learned = constants(epochs(settings, 20));
    for (PhysicalConstant constant : PhysicalConstant.values()) {
      double[] from = started.get(constant).toArray();
      double[] to = learned.get(constant).toArray();
      boolean moves = moving.contains(constant);
      for (int i = 0; i < from.length; i++) {
        double start = Math.min(drawn.get(constant).toArray()[i], moves ? largest(constant) : 100);
        assertThat(from[i]).as(constant.key()).isCloseTo(start, withinPercentage(0.001));
        assertThat(to[i] != from[i]).as(constant.key()).isEqualTo(moves);
      }
    }
  }

  private static double largest(PhysicalConstant constant) {
    return constant == PhysicalConstant.GAMMA ? PhysicalConstant.MAX_TRAINED_GAMMA : 100;
  }

  private static MemristiveDynamics constants(ModelSettings settings) throws InterruptedException {
    return MemristiveRnn.dynamicsOf(fitted(settings).getLayer(1));
  }

  /** Before its first update the network answers as the calibrated reservoir does. */
  @ParameterizedTest
  @ValueSource(strings = {"levels", "twoLevels", "numbers"})
  void aRidgeStartIsTheSolvedReservoir(String name) throws InterruptedException {
    DatasetSplit data =
        switch (name) {
          case "levels" -> LEVELS;
          case "twoLevels" -> ToySets.twoLevelsOfUnequalLengths();
          default -> ToySets.numbers();
        };
    ModelSettings reservoir =
        MfEsn.plainHeterogeneous(10)
            .with(MemristiveSettings.INTEGRATION, Integration.EXACT)
            .withProbabilities();
    INDArray solved = answers(reservoir, data);
    ModelSettings zeros = untrained(MfRnn.heterogeneous(10));
    INDArray started = answers(zeros.with(TrainingSettings.RIDGE_START, true), data);
    INDArray compared = started.columns() == solved.columns() ? solved : solved.getColumn(1, true);
    assertThat(started.sub(compared).amaxNumber().doubleValue()).isLessThan(1e-4);
    INDArray plain = answers(zeros, data);
    assertThat(plain.stdNumber().doubleValue()).isLessThan(1e-6);
    assertThat(started.sub(plain).amaxNumber().doubleValue()).isGreaterThan(0.3);
  }

  private static INDArray answers(ModelSettings settings, DatasetSplit data)
      throws InterruptedException {
    MultiLayerNetwork network =
        new ModelFitter(settings).fit(data.train(), 1, EpochListener.NONE).network();
    DataSet all = SeriesIterator.inOrder(data.test(), TargetCoding.of(data.test()), 50).next();
    return network.output(all.getFeatures(), false, all.getFeaturesMaskArray(), null);
  }

  @Test
  void aRidgeStartIsTrainedOn() throws InterruptedException {
    ModelSettings settings = MfRnn.heterogeneous(10).with(TrainingSettings.RIDGE_START, true);
    INDArray before = fitted(untrained(settings)).getParam("3_W");
    INDArray after = fitted(epochs(settings, 5)).getParam("3_W");
    assertThat(after.sub(before).amaxNumber().doubleValue()).isPositive().isLessThan(0.1);
    ModelSettings changed = settings.with(TrainingSettings.EPOCHS, 3).with(Reading.WASHOUT, 2);
    assertThat(TrainingSettings.RIDGE_START.get(changed)).contains(true);
    assertThat(ModelSettings.of(changed.describe())).isEqualTo(changed);
    assertThat(TrainingSettings.RIDGE_START.isIn(ModelKind.MF_RNN.plain())).isFalse();
  }

  @Test
  void settingsOfDrawingReadingAndTrainingAllExist() {
    ModelSettings changed =
        MfRnn.heterogeneous(10)
            .with(Reading.LAGS, List.of(3))
            .with(TrainingSettings.LEARNING_RATE, 0.5)
            .with(Settings.UNITS, 7);
    assertThat(changed.kind()).isEqualTo(ModelKind.HETERO_MF_RNN);
    assertThat(ModelSettings.of(changed.describe())).isEqualTo(changed);
    assertThat(changed.describe()).containsEntry("learningRate", 0.5);
    assertThat(changed.withLearning(changed.learning().byStandardTraining())).isEqualTo(changed);
  }

  /** Scales of the series move biases too, but less than by 20. */
  @Test
  void everyGateOfAnLstmWithSummariesIsDrawnByItself() throws InterruptedException {
    ModelSettings settings = MfRnn.heterogeneous(40).withCell(new LstmSettings(50));
    assertThat(settings.kind()).isEqualTo(ModelKind.SUMMARY_LSTM);
    MultiLayerNetwork network = fitted(epochs(settings, 1));
    for (String name : List.of("1_W", "1_RW")) {
      INDArray weights = network.getParam(name);
      assertThat(weights.columns()).isEqualTo(160);
      assertThat(block(weights, 0).distance2(block(weights, 3))).as(name).isGreaterThan(1);
    }
    INDArray bias = network.getParam("1_b");
    double forget = block(bias, 1).meanNumber().doubleValue();
    assertThat(forget).isCloseTo(block(bias, 3).meanNumber().doubleValue() + 50, within(20.0));
  }

  private static INDArray block(INDArray weights, int gate) {
    return weights.get(NDArrayIndex.all(), NDArrayIndex.interval(40 * gate, 40 * (gate + 1)));
  }

  @Test
  void kernelsDriveNoGates() {
    ModelSettings settings =
        MfRnn.heterogeneous(80).withCell(new LstmSettings(1)).with(Reading.KERNELS, 0.5);
    assertThatThrownBy(() -> fitted(settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("kernels: drive neurons without gates; give 0");
  }

  /** The backward layer is the forward one on the reversed series. */
  @Test
  void theBidirectionalNetworkReadsBothWays() throws InterruptedException {
    ModelSettings settings = epochs(ModelKind.BI_MF_RNN.preset().orElseThrow().withUnits(6), 1);
    MultiLayerNetwork network = fitted(settings);
    for (String name : List.of("W", "RW", "b")) {
      network.setParam("0_b" + name, network.getParam("0_f" + name).dup());
    }
    DataSet batch = SeriesIterator.inOrder(LEVELS.test(), TargetCoding.ONE_HOT, 5).next();
    INDArray x = batch.getFeatures();
    INDArray features = network.feedForward(x, false).get(2);
    INDArray backwards = x.dup();
    long steps = x.size(2);
    for (long t = 0; t < steps; t++) {
      backwards.tensorAlongDimension(t, 0, 1).assign(x.tensorAlongDimension(steps - 1 - t, 0, 1));
    }
    INDArray reversed = network.feedForward(backwards, false).get(2);
    assertThat(features.columns()).isEqualTo(12);
    INDArray forward = features.get(NDArrayIndex.all(), NDArrayIndex.interval(0, 6));
    INDArray backwardOfReversed = reversed.get(NDArrayIndex.all(), NDArrayIndex.interval(6, 12));
    assertThat(forward.sub(backwardOfReversed).amaxNumber().doubleValue())
        .isCloseTo(0, within(1e-5));
    assertThat(forward.amaxNumber().doubleValue()).isPositive();
  }

  @Test
  void onlyMemristiveNetworksReadBothWays() {
    assertThatThrownBy(
            () ->
                new ModelSettings(
                    3,
                    new LeakySettings(1),
                    new GradientLearning(TrainingOptions.standard(), true)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("take bi-mf-rnn");
  }
}
