package org.mf4j.layers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mf4j.layers.Batches.assertClose;
import static org.mf4j.layers.Batches.assertDifferent;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.deeplearning4j.earlystopping.EarlyStoppingConfiguration;
import org.deeplearning4j.earlystopping.EarlyStoppingResult;
import org.deeplearning4j.earlystopping.saver.InMemoryModelSaver;
import org.deeplearning4j.earlystopping.scorecalc.DataSetLossCalculator;
import org.deeplearning4j.earlystopping.termination.MaxEpochsTerminationCondition;
import org.deeplearning4j.earlystopping.trainer.EarlyStoppingTrainer;
import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.MemoryUseMode;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.transferlearning.FineTuneConfiguration;
import org.deeplearning4j.nn.transferlearning.TransferLearning;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.optimize.listeners.CollectScoresListener;
import org.deeplearning4j.parallelism.ParallelWrapper;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;

/** DL4J's tools around training. */
class TrainingToolsTest {
  private static final int STEPS = 5;

  /** The class of a series is the sign of its first channel's mean. */
  private static List<DataSet> batches(LayerCase c, int count) {
    List<DataSet> batches = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      INDArray x = Batches.uniform(i, c.dataType(), 8, LayerCase.N_IN, STEPS);
      INDArray first = x.mean(2).getColumn(0).gt(0).castTo(c.dataType()).reshape(8, 1);
      batches.add(new DataSet(x, Nd4j.concat(1, first, first.rsub(1))));
    }
    return batches;
  }

  private static DataSetIterator iterator(LayerCase c) {
    return new ListDataSetIterator<>(batches(c, 4), 1);
  }

  private static MultiLayerNetwork classifier(LayerCase c) {
    return Nets.of(
        Nets.configuration(c.dataType()).updater(new Adam(0.02)),
        c.layer(),
        Nets.lastStep(c.upperLayer()),
        Nets.output());
  }

  @EveryLayer
  void fitLearns(LayerCase c) {
    MultiLayerNetwork net = classifier(c);
    CollectScoresListener scores = new CollectScoresListener(1);
    net.setListeners(scores);
    DataSet all = DataSet.merge(batches(c, 4));
    double before = net.score(all);
    net.fit(iterator(c), 8);
    assertThat(scores.getListScore().size()).isEqualTo(32);
    assertThat(net.score(all)).isLessThan(before);
  }

  /** Fault 23: what a program prints is its own. */
  @Test
  void trainingPrintsNothing() {
    LayerCase inDoublePrecision =
        LayerCase.all().filter(c -> c.dataType() == DataType.DOUBLE).findFirst().orElseThrow();
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream kept = new PrintStream(printed, true, UTF_8);
    System.setOut(kept);
    try {
      classifier(inDoublePrecision).fit(iterator(inDoublePrecision));
      assertThat(System.out).isSameAs(kept);
    } finally {
      System.setOut(before);
    }
    assertThat(printed.toString(UTF_8)).isEmpty();
  }

  @EveryLayer
  void earlyStoppingRuns(LayerCase c) {
    EarlyStoppingConfiguration<MultiLayerNetwork> stopping =
        new EarlyStoppingConfiguration.Builder<MultiLayerNetwork>()
            .epochTerminationConditions(new MaxEpochsTerminationCondition(3))
            .scoreCalculator(new DataSetLossCalculator(iterator(c), true))
            .modelSaver(new InMemoryModelSaver<>())
            .build();
    MultiLayerNetwork net = classifier(c);
    double before = new DataSetLossCalculator(iterator(c), true).calculateScore(net);
    EarlyStoppingResult<MultiLayerNetwork> result =
        new EarlyStoppingTrainer(stopping, net, iterator(c)).fit();
    assertThat(result.getTotalEpochs()).isEqualTo(3);
    assertThat(new DataSetLossCalculator(iterator(c), true).calculateScore(result.getBestModel()))
        .isEqualTo(result.getScoreVsEpoch().get(result.getBestModelEpoch()))
        .isLessThan(before);
  }

  /** Fault 8: the layer that is frozen may stand in another one. */
  @EveryLayer
  void transferKeepsTheFrozenAndTrainsTheNewHead(LayerCase c) {
    MultiLayerNetwork net = classifier(c);
    net.fit(iterator(c));
    MultiLayerNetwork transferred =
        new TransferLearning.Builder(net)
            .fineTuneConfiguration(
                new FineTuneConfiguration.Builder().updater(new Sgd(0.5)).seed(3).build())
            .setFeatureExtractor(0)
            .nOutReplace(2, 2, WeightInit.XAVIER)
            .build();
    INDArray kept = net.getParam("0_RW");
    INDArray tuned = net.getParam("1_RW");
    assertThat(transferred.getParam("1_RW")).isEqualTo(tuned);
    transferred.fit(iterator(c));
    assertThat(transferred.getParam("0_RW")).isEqualTo(kept);
    assertDifferent(transferred.getParam("1_RW"), tuned);
  }

  @Test
  void transferCanChangeTheNumberOfNeurons() {
    LayerCase c = LayerCase.all().findFirst().orElseThrow();
    MultiLayerNetwork net = Nets.of(c, c.layer(), c.upperLayer(), Nets.outputPerStep());
    MultiLayerNetwork wider =
        new TransferLearning.Builder(net).nOutReplace(0, 7, WeightInit.XAVIER).build();
    assertThat(wider.getParam("0_RW").shape()).containsExactly(7, 7);
    assertThat(wider.getParam("1_W").shape()).containsExactly(7, 4);
  }

  @Test
  void transferNamesConstantsThatDoNotFitTheNewNumber() {
    LayerCase perNeuron =
        LayerCase.all()
            .filter(c -> c.kind().name().equals("memristive, per neuron, exact"))
            .findFirst()
            .orElseThrow();
    MultiLayerNetwork net = classifier(perNeuron);
    assertThatThrownBy(
            () -> new TransferLearning.Builder(net).nOutReplace(0, 7, WeightInit.XAVIER).build())
        .hasMessage(
            "dynamics: 4 values per neuron in a layer of nOut = 7; give one value, or one per"
                + " neuron");
  }

  @EveryLayer
  void summaryAndMemoryInfoDescribeTheLayer(LayerCase c) {
    MultiLayerNetwork net = Nets.of(c, c.layer(), Nets.outputPerStep());
    InputType input = InputType.recurrent(LayerCase.N_IN, STEPS);
    int columns = c.layer().cell().preActivations() * LayerCase.N_OUT;
    assertThat(net.summary(input))
        .contains("W:{3," + columns + "}", "RW:{4," + columns + "}", "b:{1," + columns + "}");
    assertThat(net.memoryInfo(8, input)).contains("Total Activations Memory");
    assertThat(
            c.layer()
                .getMemoryReport(input)
                .getTotalMemoryBytes(8, MemoryUseMode.TRAINING, CacheMode.NONE, c.dataType()))
        .isGreaterThan(8L * STEPS * LayerCase.N_OUT * c.dataType().width());
  }

  /**
   * One class for all series, which any network learns at once: {@code ParallelWrapper} now and
   * then leaves a copy's step out of its mean, with {@code SimpleRnn} as well, so a small gain may
   * be lost.
   */
  @EveryLayer
  void parallelWrapperTrainsCopiesSideBySide(LayerCase c) throws Exception {
    List<DataSet> batches = batches(c, 4);
    INDArray oneClass = Nd4j.zeros(c.dataType(), 8, 2);
    oneClass.getColumn(0).assign(1);
    batches.forEach(batch -> batch.setLabels(oneClass));
    MultiLayerNetwork net = classifier(c);
    INDArray recurrent = net.getParam("0_RW").dup();
    DataSet all = DataSet.merge(batches);
    double before = net.score(all);
    try (ParallelWrapper wrapper =
        new ParallelWrapper.Builder<>(net)
            .workers(2)
            .prefetchBuffer(0)
            .averagingFrequency(1)
            .trainingMode(ParallelWrapper.TrainingMode.AVERAGING)
            .build()) {
      for (int epoch = 0; epoch < 4; epoch++) {
        wrapper.fit(new ListDataSetIterator<>(batches, 1));
      }
    }
    assertThat(net.score(all)).isLessThan(before);
    assertDifferent(net.getParam("0_RW"), recurrent);
  }

  @EveryLayer
  void aClonedNetworkIsIndependent(LayerCase c) {
    MultiLayerNetwork net = classifier(c);
    net.fit(iterator(c));
    MultiLayerNetwork clone = net.clone();
    INDArray x = batches(c, 1).get(0).getFeatures();
    INDArray expected = net.output(x);
    assertThat(clone.output(x)).isEqualTo(expected);
    clone.fit(iterator(c));
    assertThat(net.output(x)).isEqualTo(expected);
    net.fit(iterator(c));
    assertClose(clone.params(), net.params(), c.tolerance());
  }
}
