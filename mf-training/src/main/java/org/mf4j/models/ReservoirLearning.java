package org.mf4j.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.data.SeriesIterator;
import org.mf4j.data.TargetCoding;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.engine.Workers;
import org.mf4j.layers.CellRnn;
import org.mf4j.layers.InputDifferences;
import org.mf4j.layers.InputViews;
import org.mf4j.networks.FeatureOptions;
import org.mf4j.networks.FeatureRange;
import org.mf4j.networks.Head;
import org.mf4j.networks.InputScales;
import org.mf4j.networks.LayerRun;
import org.mf4j.networks.RecurrentWeights;
import org.mf4j.networks.SeriesNetwork;
import org.mf4j.networks.SummarisedSet;
import org.mf4j.networks.TrainingView;
import org.mf4j.random.SeededRandom;
import org.mf4j.readout.LambdaRule;
import org.mf4j.readout.RidgeFit;
import org.mf4j.readout.RidgeOptions;
import org.mf4j.readout.RidgeReadout;
import org.mf4j.reservoir.MixedReservoir;
import org.mf4j.reservoir.ReservoirOptions;
import org.mf4j.summaries.Calibration;
import org.mf4j.summaries.SummaryOptions;
import org.mf4j.training.EpochListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.DataSetPreProcessor;

/**
 * Reservoir computing: the recurrent weights are drawn and stay, the neurons are read, and the
 * readout is solved by ridge regression. Everything that depends on the training set (the scales of
 * the inputs, the ranges of the features, the readout) ends up in the weights of an ordinary
 * network.
 *
 * @param reading what the reservoir sees of a series, and what is read off its neurons
 * @param reservoir how the weights are drawn, for an input of {@link Reading#views} views of every
 *     channel
 * @param readout how the ridge regression is fitted
 */
public record ReservoirLearning(Reading reading, ReservoirOptions reservoir, RidgeOptions readout)
    implements Learning {
  /**
   * As in the papers: the last state is read, with a given penalty.
   *
   * @param reservoir how the weights are drawn
   * @param lambda the penalty of the ridge regression, 0 or above; the papers use 1
   * @throws IllegalArgumentException if lambda is negative or not finite
   */
  public ReservoirLearning(ReservoirOptions reservoir, double lambda) {
    this(Reading.lastState(), reservoir, RidgeOptions.fixed(lambda));
  }

  /**
   * The same with another reading.
   *
   * @param other what is seen and read
   * @return new options
   */
  public ReservoirLearning withReading(Reading other) {
    return new ReservoirLearning(other, reservoir, readout);
  }

  /**
   * The same with another reservoir.
   *
   * @param other how the weights are drawn
   * @return new options
   */
  public ReservoirLearning withReservoir(ReservoirOptions other) {
    return new ReservoirLearning(reading, other, readout);
  }

  /**
   * The same with another readout.
   *
   * @param other how the ridge regression is fitted
   * @return new options
   */
  public ReservoirLearning withReadout(RidgeOptions other) {
    return new ReservoirLearning(reading, reservoir, other);
  }

  @Override
  public MultiLayerNetwork fit(
      CellSettings cell, int units, SeriesSet train, SeededRandom random, EpochListener listener) {
    SummarisedSet set = summarised(cell, units, train, random, listener);
    listener.onReadout();
    return solved(set, train);
  }

  /** A readout that gave probabilities gives them again. */
  @Override
  public MultiLayerNetwork refitted(MultiLayerNetwork network, SeriesSet train) {
    MultiLayerNetwork unread =
        SeriesNetwork.withOutputs(network, Head.LINEAR, coding(train).columns(train));
    return solved(ranged(unread, train, EpochListener.NONE), train);
  }

  /** The training set behind the recurrent layer, the ranges of its features in the network. */
  private SummarisedSet ranged(MultiLayerNetwork network, SeriesSet train, EpochListener listener) {
    SeriesIterator examples = examples(train, network);
    examples.setPreProcessor(new Passes(train.size(), listener));
    if (!reading.normalised()) {
      return new SummarisedSet(network, 0, examples);
    }
    SummarisedSet set = SummarisedSet.of(network, examples, train.size());
    FeatureRange.fit(set);
    return set;
  }

  private MultiLayerNetwork solved(SummarisedSet set, SeriesSet train) {
    MultiLayerNetwork network = set.network();
    RidgeFit fit =
        new RidgeReadout(readoutOf(train.isClassification()))
            .fit(network, set.layer(), set.examples());
    return fit.calibration()
        .map(scaling -> RidgeReadout.probabilistic(network, scaling))
        .orElse(network);
  }

  /**
   * How the readout of a training set is fitted: squashed features are not scaled again, and
   * numbers have no probabilities.
   *
   * @param classes whether the targets are classes
   * @return the options of the ridge regression
   */
  public RidgeOptions readoutOf(boolean classes) {
    boolean squashed = classes && reading.normalised() && reading.squashed();
    return readout
        .withStandardise(readout.standardise() && !squashed)
        .withCalibrated(readout.calibrated() && classes);
  }

  /** Leaving one out is not defined for a penalty of 0. */
  @Override
  public Learning withProbabilities() {
    return penalty().orElse(1.0) == 0 ? this : withReadout(readout.withCalibrated(true));
  }

  /**
   * The network of {@link #fit} before the ranges of its features are put in ({@link FeatureRange},
   * where the reading is normalised) and its readout is solved, for whoever has the training set
   * elsewhere.
   *
   * @param cell the neurons
   * @param units their number, at least 1
   * @param train what is looked at of the training set
   * @param classes labels of two classes at least; empty for numbers to regress
   * @param random decides every random number
   * @return a network whose linear output layer is 0
   */
  public MultiLayerNetwork drawn(
      CellSettings cell, int units, TrainingView train, List<String> classes, SeededRandom random) {
    Series one = new Series(new double[train.channels()][1], 0);
    return unranged(cell, units, new SeriesSet("none", classes, List.of(one)), train, random);
  }

  /** The network with an output layer of zeros. */
  MultiLayerNetwork unread(CellSettings cell, int units, SeriesSet train, SeededRandom random) {
    return summarised(cell, units, train, random, EpochListener.NONE).network();
  }

  /** That network, and the training set behind its recurrent layer. */
  SummarisedSet summarised(
      CellSettings cell, int units, SeriesSet train, SeededRandom random, EpochListener listener) {
    return ranged(
        unranged(cell, units, train, TrainingView.of(values(train)), random), train, listener);
  }

  private MultiLayerNetwork unranged(
      CellSettings cell, int units, SeriesSet train, TrainingView view, SeededRandom random) {
    Reading read = reading.of(train);
    int[] driven = MixedReservoir.driven(units, read.kernels());
    int nIn = train.channels() * read.views() + driven.length;
    BaseRecurrentLayer layer = cell.layer(nIn, units, random);
    if (driven.length > 0 && layer instanceof CellRnn cells && cells.cell().preActivations() > 1) {
      refuse("kernels: drive neurons without gates; give 0");
    }
    List<InputViews> views = new ArrayList<>();
    if (!read.lags().isEmpty()) {
      views.add(new InputDifferences(1, read.lags().stream().mapToInt(lag -> lag).toArray()));
    }
    RecurrentWeights weights =
        driven.length == 0
            ? plain(cell, layer, train, view, random)
            : mixed(read, units, view, driven, random, views);
    FeatureOptions features =
        calibrated(
            read.features(), () -> SeriesNetwork.states(views, layer, weights), view, random);
    return SeriesNetwork.frozen(views, layer, weights, features, coding(train).columns(train));
  }

  private RecurrentWeights plain(
      CellSettings cell,
      BaseRecurrentLayer layer,
      SeriesSet train,
      TrainingView view,
      SeededRandom random) {
    RecurrentWeights drawn = drawn(layer, random);
    if (seesSeriesAsTheyAre()) {
      cell.obstacle(layer, drawn, train).ifPresent(ReservoirLearning::refuse);
    }
    return reading.normalised()
        ? InputScales.of(view.moments(reading.lags())).applyTo(drawn)
        : drawn;
  }

  /** Blocks of neurons with gates are drawn one like the other; their biases add to the gates'. */
  private RecurrentWeights drawn(BaseRecurrentLayer layer, SeededRandom random) {
    int blocks = layer instanceof CellRnn cells ? cells.cell().preActivations() : 1;
    List<RecurrentWeights> drawn = new ArrayList<>();
    for (int i = 0; i < blocks; i++) {
      RecurrentWeights block = reservoir.draw((int) layer.getNIn(), (int) layer.getNOut(), random);
      drawn.add(blocks == 1 ? block : block.plusBias(((CellRnn) layer).initialBias(i)));
    }
    return RecurrentWeights.beside(drawn);
  }

  private RecurrentWeights mixed(
      Reading read,
      int units,
      TrainingView view,
      int[] driven,
      SeededRandom random,
      List<InputViews> views) {
    MixedReservoir mixed = MixedReservoir.draw(reservoir, read.lags(), view, units, driven, random);
    views.add(mixed.kernels());
    return mixed.weights();
  }

  private static FeatureOptions calibrated(
      FeatureOptions features,
      Supplier<MultiLayerNetwork> states,
      TrainingView view,
      SeededRandom random) {
    SummaryOptions summaries = features.summaries();
    if (summaries.isCalibrated()) {
      return features;
    }
    Calibration calibration =
        CalibrationStates.of(states.get(), summaries.washout(), view, random.split());
    return new FeatureOptions(
        summaries.calibrated(calibration, random.split()::nextDouble),
        features.clipped(),
        features.squashed());
  }

  private static List<double[][]> values(SeriesSet train) {
    return train.series().stream().map(Series::channels).toList();
  }

  private boolean seesSeriesAsTheyAre() {
    return reading.lags().isEmpty() && !reading.normalised();
  }

  private static void refuse(String why) {
    throw new IllegalArgumentException(why);
  }

  SeriesIterator examples(SeriesSet set, MultiLayerNetwork network) {
    return SeriesIterator.inLargeBatches(set, coding(set), SeriesNetwork.channelsSeen(network));
  }

  private static TargetCoding coding(SeriesSet set) {
    return set.isClassification() ? TargetCoding.PLUS_MINUS_ONE : TargetCoding.REGRESSION;
  }

  @Override
  public boolean isTrained() {
    return false;
  }

  @Override
  public Optional<Double> penalty() {
    return readout.lambda() instanceof LambdaRule.Fixed fixed
        ? Optional.of(fixed.lambda())
        : Optional.empty();
  }

  @Override
  public Optional<String> obstacle(CellSettings cell, SeriesSet train) {
    return seesSeriesAsTheyAre() ? cell.obstacle(reservoir, train) : Optional.empty();
  }

  /** Tells how far a pass over the training set is, when the next batch of it is taken. */
  private static final class Passes implements DataSetPreProcessor {
    private static final long serialVersionUID = 1;

    private final int series;
    private final transient EpochListener listener;
    private int done;

    Passes(int series, EpochListener listener) {
      this.series = series;
      this.listener = listener;
    }

    @Override
    public void preProcess(org.nd4j.linalg.dataset.api.DataSet batch) {
      done %= series;
      listener.onSeries(done, series);
      done += batch.numExamples();
    }
  }

  /**
   * About 2,000 states of every neuron, at random steps of at most 100 random series: enough for
   * the scales and thresholds of summaries, without a pass over the training set.
   */
  private static final class CalibrationStates {
    private static final int MOST_SERIES = 100;
    private static final int STATES = 2_000;

    /** Bounds the memory of the states of all steps. */
    private static final int SERIES_AT_ONCE = 10;

    private final double[][] states;
    private int taken;

    private CalibrationStates(int neurons, int count) {
      states = new double[neurons][count];
    }

    /**
     * Runs some series and looks at the states.
     *
     * @param network of {@link org.mf4j.networks.SeriesNetwork#states}
     * @param washout steps that are not looked at
     */
    static Calibration of(
        MultiLayerNetwork network, int washout, TrainingView train, SeededRandom random) {
      List<Series> some =
          train.sample(MOST_SERIES, random).stream().map(one -> new Series(one, 0)).toList();
      int perSeries = Math.max(1, STATES / some.size());
      int neurons = network.layerSize(network.getnLayers() - 2);
      CalibrationStates states = new CalibrationStates(neurons, perSeries * some.size());
      SeriesSet unlabelled = new SeriesSet("some", List.of(), some);
      SeriesIterator batches =
          SeriesIterator.inOrder(unlabelled, TargetCoding.REGRESSION, SERIES_AT_ONCE);
      LayerRun layers = new LayerRun(network, 0, network.getnLayers() - 1);
      int first = 0;
      while (batches.hasNext()) {
        DataSet batch = batches.next();
        List<Series> read = some.subList(first, first + batch.numExamples());
        layers.read(
            batch.getFeatures(),
            batch.getFeaturesMaskArray(),
            activations -> states.add(activations, read, washout, perSeries, random));
        first += batch.numExamples();
      }
      Workers.run(neurons, j -> Arrays.sort(states.states[j]));
      return new Calibration(states.states);
    }

    /**
     * States {@code [B,N,T]} of some series, at steps that are drawn one series after the other.
     */
    private void add(
        INDArray activations, List<Series> series, int washout, int count, SeededRandom random) {
      int[][] steps = new int[series.size()][count];
      for (int row = 0; row < steps.length; row++) {
        int left = Math.max(1, series.get(row).length() - washout);
        for (int k = 0; k < count; k++) {
          steps[row][k] = washout + random.nextInt(left);
        }
      }
      int from = taken;
      Workers.run(
          steps.length,
          row -> {
            INDArray one = activations.slice(row).dup('c');
            float[] h = one.data().asFloat();
            one.close();
            int length = h.length / states.length;
            for (int j = 0; j < states.length; j++) {
              for (int k = 0; k < count; k++) {
                states[j][from + row * count + k] = h[j * length + steps[row][k]];
              }
            }
          });
      taken += steps.length * count;
    }
  }
}
