package org.mf4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.mf4j.data.SeriesIterator;
import org.mf4j.data.TargetCoding;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.networks.Head;
import org.mf4j.networks.Optimiser;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.schedule.FixedSchedule;

class TrainerTest {
  /** The class is the sign of the first value: the network must carry it over all steps. */
  private static final SeriesSet FIRST_SIGN = firstSign(48);

  @Test
  void learnsWhatOnlyTheFirstStepTells() throws InterruptedException {
    MultiLayerNetwork network = network(0.01, 1);
    TrainingResult result =
        new Trainer(stopping(50), 300, EpochListener.NONE).fit(network, batches(1));
    assertThat(result.loss()).isLessThan(0.1);
    DataSet all = SeriesIterator.inOrder(FIRST_SIGN, TargetCoding.BINARY, 48).next();
    INDArray right = network.output(all.getFeatures()).gt(0.5).eq(all.getLabels().gt(0.5));
    assertThat(right.all()).isTrue();
  }

  @Test
  void runsAtMostTheEpochsAndTellsEachOnce() throws InterruptedException {
    List<String> told = new ArrayList<>();
    TrainingResult result =
        new Trainer(stopping(50), 3, (epoch, epochs, loss) -> told.add(epoch + "/" + epochs))
            .fit(network(0.01, 1), batches(1));
    assertThat(result.epochs()).isEqualTo(3);
    assertThat(told).containsExactly("1/3", "2/3", "3/3");
  }

  @Test
  void endsWithTheEpochAfterWhichTheListenerStops() throws InterruptedException {
    List<Integer> told = new ArrayList<>();
    EpochListener third = EpochListener.NONE.until(() -> told.size() == 3);
    EpochListener listener =
        ((EpochListener) (epoch, epochs, loss) -> told.add(epoch)).until(third::stops);
    TrainingResult result =
        new Trainer(stopping(50), 100, listener).fit(network(0.01, 1), batches(1));
    assertThat(result.epochs()).isEqualTo(3);
    assertThat(told).containsExactly(1, 2, 3);
  }

  @Test
  void stopsWhenPatienceEnds() throws InterruptedException {
    List<Double> losses = new ArrayList<>();
    // So small a step changes no float weight: the loss repeats itself from the first epoch on.
    TrainingResult result =
        new Trainer(stopping(4), 100, (epoch, epochs, loss) -> losses.add(loss))
            .fit(network(1e-30, 1), SeriesIterator.inOrder(FIRST_SIGN, TargetCoding.BINARY, 10));
    assertThat(result.epochs()).isEqualTo(5);
    assertThat(losses).hasSize(5).containsOnly(result.loss());
  }

  /** So small a step changes no float weight: what is told is the loss, however weights decay. */
  @Test
  void tellsTheLossWithoutThePenaltyOfWeightDecay() throws InterruptedException {
    List<Double> told = new ArrayList<>();
    for (double decay : new double[] {0, 1e6}) {
      EpochListener listener =
          new EpochListener() {
            @Override
            public void onEpoch(int epoch, int epochs, double loss) {
              told.add(loss);
            }

            @Override
            public void onTrained(double loss) {
              told.add(loss);
            }
          };
      Optimiser optimiser = Optimiser.adam(new FixedSchedule(1e-30), 0, decay);
      new Trainer(stopping(4), 1, listener).fit(network(optimiser, 1), batches(1), batches(1));
    }
    assertThat(told.get(0)).isBetween(.3, 3.);
    assertThat(told.get(2)).isCloseTo(told.get(0), within(1e-6));
    assertThat(told.get(3)).isCloseTo(told.get(1), within(1e-6));
  }

  /** What is learned makes the loss on the opposite labels grow from the first epoch on. */
  @Test
  void stopsByTheLossOfTheSeriesThatAreWatched() throws InterruptedException {
    Trainer trainer = new Trainer(stopping(4), 40, EpochListener.NONE);
    assertThat(trainer.fit(network(0.01, 1), batches(1)).epochs()).isEqualTo(40);
    DataSetIterator watched = SeriesIterator.inOrder(opposite(), TargetCoding.BINARY, 7);
    assertThat(trainer.fit(network(0.01, 1), batches(1), watched).epochs()).isBetween(5, 20);
  }

  private static SeriesSet opposite() {
    return new SeriesSet(
        "opposite",
        FIRST_SIGN.classes(),
        FIRST_SIGN.series().stream()
            .map(one -> new Series(one.channels(), 1 - one.target()))
            .toList());
  }

  /** Batches of 10, 10, ..., 8: every series counts the same. */
  @Test
  void theLossOfAnEpochIsTheMeanOverTheSeries() throws InterruptedException {
    MultiLayerNetwork network = network(1e-30, 1);
    DataSet all = SeriesIterator.inOrder(FIRST_SIGN, TargetCoding.BINARY, 48).next();
    double[] p = network.output(all.getFeatures()).toDoubleVector();
    double[] y = all.getLabels().toDoubleVector();
    double crossEntropy = 0;
    for (int i = 0; i < 48; i++) {
      crossEntropy -= (y[i] * Math.log(p[i]) + (1 - y[i]) * Math.log(1 - p[i])) / 48;
    }
    TrainingResult result =
        new Trainer(stopping(1), 1, EpochListener.NONE).fit(network, batches(1));
    assertThat(result.loss()).isCloseTo(crossEntropy, within(1e-5));
  }

  /** The steps of the last epoch are far too large. */
  @Test
  void restoresTheBestWeightsWhereAsked() throws InterruptedException {
    List<Double> losses = new ArrayList<>();
    MultiLayerNetwork network = network(0.01, 1);
    losses.add(contradictoryLoss(network));
    TrainingResult result =
        new Trainer(
                stopping(50).withRestoreBest(true),
                6,
                (epoch, epochs, loss) -> {
                  losses.add(contradictoryLoss(network));
                  network.setLearningRate(epoch == 5 ? 50 : 0.01);
                })
            .fit(network, contradictory(10));
    double lowest = losses.stream().mapToDouble(loss -> loss).min().orElseThrow();
    assertThat(losses.get(6)).isGreaterThan(lowest * 1.01);
    assertThat(contradictoryLoss(network)).isCloseTo(lowest, within(1e-6));
    assertThat(result.loss()).isCloseTo(lowest, within(1e-6));
    assertThat(lowest).isLessThan(losses.get(0));
  }

  @Test
  void theBestWeightsMayBeThoseBeforeTraining() throws InterruptedException {
    MultiLayerNetwork network = network(0.01, 1);
    new Trainer(stopping(50), 10, EpochListener.NONE).fit(network, contradictory(48));
    INDArray start = network.params().dup();
    network.setLearningRate(100);
    new Trainer(stopping(50).withRestoreBest(true), 2, EpochListener.NONE)
        .fit(network, contradictory(10));
    assertThat(network.params()).isEqualTo(start);
  }

  private static double contradictoryLoss(MultiLayerNetwork network) {
    return network.score(contradictory(48).next(), false);
  }

  /** Every third label is wrong: a network that is certain has a large loss. */
  private static DataSetIterator contradictory(int batchSize) {
    List<Series> series = new ArrayList<>();
    for (int i = 0; i < FIRST_SIGN.size(); i++) {
      Series one = FIRST_SIGN.series().get(i);
      series.add(new Series(one.channels(), i % 3 == 0 ? 1 - one.target() : one.target()));
    }
    return SeriesIterator.inOrder(
        new SeriesSet("contradictory", FIRST_SIGN.classes(), series),
        TargetCoding.BINARY,
        batchSize);
  }

  /** What fits the training set does harm to the opposite labels, from the first epoch on. */
  @Test
  void theBestWeightsAreThoseOfTheSeriesThatAreWatched() throws InterruptedException {
    MultiLayerNetwork network = network(0.01, 1);
    INDArray start = network.params().dup();
    DataSetIterator watched = SeriesIterator.inOrder(opposite(), TargetCoding.BINARY, 48);
    double before = network.score(watched.next(), false);
    TrainingResult result =
        new Trainer(stopping(0).withRestoreBest(true), 30, EpochListener.NONE)
            .fit(network, batches(1), watched);
    assertThat(result.epochs()).isEqualTo(30);
    assertThat(result.loss()).isLessThanOrEqualTo(before);
    MultiLayerNetwork last = network(0.01, 1);
    new Trainer(stopping(0), 30, EpochListener.NONE).fit(last, batches(1), watched);
    assertThat(last.params().distance2(start)).isGreaterThan(network.params().distance2(start) * 2);
  }

  @Test
  void theSameSeedsGiveTheSameWeights() throws InterruptedException {
    assertThat(trainedWeights(1)).isEqualTo(trainedWeights(1));
    assertThat(trainedWeights(1)).isNotEqualTo(trainedWeights(2));
  }

  @Test
  void anInterruptEndsTraining() {
    Trainer trainer =
        new Trainer(
            stopping(50),
            100,
            (epoch, epochs, loss) -> {
              if (epoch == 2) {
                Thread.currentThread().interrupt();
              }
              assertThat(epoch).isLessThan(3);
            });
    assertThatThrownBy(() -> trainer.fit(network(0.01, 1), batches(1)))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void refusesALossThatIsNotFinite() {
    MultiLayerNetwork network = network(0.01, 1);
    network.getParam("0_W").assign(Float.NaN);
    assertThatThrownBy(
            () -> new Trainer(stopping(9), 9, EpochListener.NONE).fit(network, batches(1)))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage(
            "the training loss is NaN in epoch 1; lower the learning rate, or scale what is"
                + " learned");
  }

  private static INDArray trainedWeights(long order) throws InterruptedException {
    MultiLayerNetwork network = network(0.01, 1);
    new Trainer(stopping(50), 3, EpochListener.NONE).fit(network, batches(order));
    return network.params();
  }

  private static EarlyStopping stopping(int patience) {
    return EarlyStopping.NONE.withPatience(patience);
  }

  private static DataSetIterator batches(long seed) {
    return SeriesIterator.shuffled(FIRST_SIGN, TargetCoding.BINARY, 10, seed);
  }

  private static MultiLayerNetwork network(double learningRate, long seed) {
    return network(Optimiser.adam(learningRate), seed);
  }

  private static MultiLayerNetwork network(Optimiser optimiser, long seed) {
    SimpleRnn layer = new SimpleRnn.Builder().nIn(1).nOut(10).activation(Activation.TANH).build();
    return TrainableNetwork.assemble(layer, Head.BINARY, 1, optimiser, new SeededRandom(seed));
  }

  private static SeriesSet firstSign(int count) {
    SeededRandom random = new SeededRandom(3);
    List<Series> series = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double first = i % 2 == 0 ? 1 : -1;
      double[] values = {first, random.nextGaussian() / 10, random.nextGaussian() / 10};
      series.add(new Series(new double[][] {values}, i % 2));
    }
    return new SeriesSet("firstSign", List.of("positive", "negative"), series);
  }
}
