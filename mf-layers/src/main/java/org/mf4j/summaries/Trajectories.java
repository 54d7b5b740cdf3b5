package org.mf4j.summaries;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The summaries of several series while they run. Memory is O(series * neurons * features), however
 * long the series are. Arrays of states are row-major: {@code series * neurons} entries, neuron
 * index fastest.
 */
public final class Trajectories {
  private final SummaryOptions options;
  private final int neurons;
  private final Clock clock;
  private final double[] last;
  private final List<double[][]> memories = new ArrayList<>();

  private Trajectories(SummaryOptions options, int neurons, int... lengths) {
    this.options = options;
    this.neurons = neurons;
    this.clock = new Clock(options.washout(), neurons, lengths);
    this.last = new double[lengths.length * neurons];
    for (Summary summary : options.summaries()) {
      summary.requireNeurons(neurons);
      memories.add(new double[summary.memory()][last.length]);
    }
  }

  /**
   * Whole series.
   *
   * @param options the features
   * @param neurons N
   * @param lengths how many steps of every series are present; see {@link
   *     SummaryOptions#requireLengths}
   * @return summaries before the first step
   */
  public static Trajectories ofSeries(SummaryOptions options, int neurons, int... lengths) {
    return new Trajectories(options, neurons, lengths);
  }

  /**
   * Streams, which may go on after every step. A feature that is not known yet is NaN.
   *
   * @param options the features; see {@link SummaryOptions#requireStreamable}
   * @param neurons N
   * @param streams how many
   * @return summaries before the first step
   */
  public static Trajectories ofStreams(SummaryOptions options, int neurons, int streams) {
    int[] lengths = new int[streams];
    Arrays.fill(lengths, Snapshot.UNKNOWN);
    return new Trajectories(options, neurons, lengths);
  }

  /**
   * Streams that go on where others were.
   *
   * @param options the features, as they were
   * @param state of {@link #state()}
   * @return summaries behind the steps of before
   * @throws IllegalArgumentException if the state is of other features
   */
  public static Trajectories resumed(SummaryOptions options, double[][] state) {
    int perNeuron = 1 + options.summaries().stream().mapToInt(Summary::memory).sum();
    int numbers = state[0].length - 1;
    if (numbers <= 0 || numbers % perNeuron != 0) {
      throw new IllegalArgumentException(
          "state: has %d numbers per stream; must be 1 and %d per neuron"
              .formatted(state[0].length, perNeuron));
    }
    Trajectories streams = ofStreams(options, numbers / perNeuron, state.length);
    for (int row = 0; row < state.length; row++) {
      streams.clock.resume(row, (int) state[row][0]);
      int from = 1;
      for (double[] values : streams.kept()) {
        System.arraycopy(state[row], from, values, row * streams.neurons, streams.neurons);
        from += streams.neurons;
      }
    }
    return streams;
  }

  /**
   * What streams go on from, {@link #resumed elsewhere} or later.
   *
   * @return one row per stream: how many steps were present, then for every neuron its last state,
   *     then for every neuron one number after the other that a summary remembers
   */
  public double[][] state() {
    List<double[]> kept = kept();
    double[][] state = new double[series()][1 + kept.size() * neurons];
    for (int row = 0; row < state.length; row++) {
      state[row][0] = clock.seen(row);
      int to = 1;
      for (double[] values : kept) {
        System.arraycopy(values, row * neurons, state[row], to, neurons);
        to += neurons;
      }
    }
    return state;
  }

  /** The last states and all memories, one number per series and neuron each. */
  private List<double[]> kept() {
    List<double[]> kept = new ArrayList<>(List.of(last));
    memories.forEach(memory -> kept.addAll(Arrays.asList(memory)));
    return kept;
  }

  /** {@return the number of series} */
  public int series() {
    return clock.series();
  }

  /**
   * Takes one step of all series.
   *
   * @param h the states; where a series is absent they are not read
   * @param present which series have this step
   */
  public void add(double[] h, boolean... present) {
    clock.advance(h, last, present, this::add);
  }

  private void add(Snapshot step) {
    for (int k = 0; k < memories.size(); k++) {
      options.summaries().get(k).add(step, memories.get(k));
    }
    System.arraycopy(step.h(), step.from(), last, step.from(), step.to() - step.from());
  }

  /**
   * The features of the steps so far.
   *
   * @return one row of K N numbers per series: first all neurons' first feature, then all neurons'
   *     second
   */
  public double[][] features() {
    double[][] rows = new double[series()][options.features() * neurons];
    int column = 0;
    for (int k = 0; k < memories.size(); k++) {
      Summary summary = options.summaries().get(k);
      double[][] features = new double[summary.features()][last.length];
      for (int row = 0; row < rows.length; row++) {
        finish(summary, memories.get(k), features, row);
        for (int f = 0; f < features.length; f++) {
          System.arraycopy(features[f], row * neurons, rows[row], (column + f) * neurons, neurons);
        }
      }
      column += features.length;
    }
    return rows;
  }

  private void finish(Summary summary, double[][] memory, double[][] features, int row) {
    Snapshot end = clock.last(row, last);
    if (end.t() >= 0) {
      summary.finish(end, memory, features);
      return;
    }
    for (double[] feature : features) {
      Arrays.fill(feature, end.from(), end.to(), Double.NaN);
    }
  }

  /**
   * The adjoint: from the features of whole series back to their states.
   *
   * @param gradient dL/d features, in the shape of {@link #features()}
   * @param steps how many steps will be given again, absent ones included
   * @return the adjoint, before the first step
   */
  public TrajectoriesAdjoint adjoint(double[][] gradient, int steps) {
    return new TrajectoriesAdjoint(
        options.summaries(), memories, clock.restarted(), gradient, neurons, steps);
  }
}
