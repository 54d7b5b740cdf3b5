package org.mf4j.experiment;

import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.models.GradientLearning;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.Reading;
import org.mf4j.models.ReservoirLearning;
import org.mf4j.readout.LambdaRule;
import org.mf4j.reservoir.topology.Sparse;
import org.mf4j.reservoir.topology.Topology;
import org.mf4j.training.TrainingOptions;

/**
 * What one fit takes, roughly, so that somebody can be told before it is spent. With n series of
 * {@code steps} steps together, N neurons of k inputs each and F = S N features:
 *
 * <ul>
 *   <li>a reservoir: passes (a k + b S) N steps, and for its readout c n F<sup>2</sup> where there
 *       are more series than features, d n<sup>2</sup> F otherwise. One pass if n F is at most
 *       2<sup>25</sup> numbers, which are kept then, and up to four otherwise
 *   <li>a trained network of g blocks of weights: epochs (e g (N + h N<sup>2</sup>) + f S N) steps
 * </ul>
 *
 * <p>The constants were measured on two processors ({@code docs/design/readout.md}); more
 * processors share the work, up to sixteen. Bytes are those of the largest arrays: F<sup>2</sup> or
 * n <sup>2</sup> numbers three times, the features, the states of a batch.
 *
 * @param seconds on this machine
 * @param bytes beside what a Java program takes anyway, about 400 MB
 */
public record FitCost(double seconds, long bytes) {
  private static final double PRODUCT = 1.3e-11;
  private static final double FEATURE = 2.6e-9;
  private static final double READOUT_OF_MANY = 1.4e-10;
  private static final double READOUT_OF_FEW = 1e-10;
  private static final double TRAINED_NEURON = 8e-9;
  private static final double TRAINED_PRODUCT = 3.5e-11;
  private static final double TRAINED_FEATURE = 7e-9;

  private static final int MEASURED_ON = 2;
  private static final int MOST_PROCESSORS = 16;
  private static final long KEPT_NUMBERS = 1L << 25;
  private static final int LARGEST_BATCH = 1024;
  private static final int MATRICES = 3;

  /** What the states of a step of a trained neuron leave behind for the way back. */
  private static final int KEPT_OF_A_STEP = 8;

  /**
   * Of one fit.
   *
   * @param settings what is fitted
   * @param train to what
   * @return its cost
   */
  public static FitCost of(ModelSettings settings, SeriesSet train) {
    return of(settings, train, Runtime.getRuntime().availableProcessors());
  }

  static FitCost of(ModelSettings settings, SeriesSet train, int processors) {
    FitCost cost =
        settings.learning() instanceof ReservoirLearning reservoir
            ? reservoir(reservoir, settings.units(), train)
            : trained(settings, train);
    double share = (double) MEASURED_ON / Math.min(MOST_PROCESSORS, processors);
    return new FitCost(share * cost.seconds, cost.bytes);
  }

  private static FitCost reservoir(ReservoirLearning learning, int units, SeriesSet train) {
    double n = train.size();
    double features = features(learning.reading(), units, train);
    double ofStep =
        PRODUCT * units * fanIn(learning.reservoir().topology(), units) + FEATURE * features;
    boolean kept = n * features <= KEPT_NUMBERS;
    boolean many = n > features;
    double passes = kept ? 1 : 1 + (many ? passes(learning) : 1);
    double readout =
        many ? READOUT_OF_MANY * n * features * features : READOUT_OF_FEW * n * n * features;
    double matrix = many ? features * features : n * n;
    double bytes =
        Double.BYTES * (MATRICES * matrix + (many ? 0 : n * features))
            + Float.BYTES * (kept ? n * features : 0);
    return new FitCost(
        passes * ofStep * steps(train) + readout, (long) bytes + data(learning, train));
  }

  /** Sums, errors of leaving one out, outputs that are calibrated. */
  private static int passes(ReservoirLearning learning) {
    boolean leavesOut = learning.readout().lambda() instanceof LambdaRule.LeaveOneOut;
    return 1 + (leavesOut ? 1 : 0) + (learning.readout().calibrated() ? 1 : 0);
  }

  private static long data(ReservoirLearning learning, SeriesSet train) {
    long batch = (long) Math.min(LARGEST_BATCH, train.size()) * train.maxLength();
    long views = (long) train.channels() * learning.reading().views();
    return (long) Double.BYTES * train.channels() * steps(train) + Float.BYTES * batch * views;
  }

  private static FitCost trained(ModelSettings settings, SeriesSet train) {
    double units = settings.units();
    double blocks = blocks(settings.kind());
    double features =
        settings
            .learning()
            .part(ReservoirLearning.class)
            .map(start -> features(start.reading(), settings.units(), train))
            .orElse(0.0);
    TrainingOptions training =
        settings.learning().part(GradientLearning.class).orElseThrow().training();
    double ofStep =
        blocks * units * (TRAINED_NEURON + TRAINED_PRODUCT * units) + TRAINED_FEATURE * features;
    double batch = (double) Math.min(training.batchSize(), train.size()) * train.maxLength();
    return new FitCost(
        training.epochsFor(train.size()) * ofStep * steps(train),
        (long) (batch * units * blocks * KEPT_OF_A_STEP * Float.BYTES));
  }

  /** Of weights that an LSTM, gates or a second direction multiply by. */
  private static int blocks(ModelKind kind) {
    return switch (kind) {
      case LSTM, SUMMARY_LSTM -> 4;
      case GATED_MF_RNN -> 3;
      case BI_MF_RNN -> 2;
      default -> 1;
    };
  }

  private static double features(Reading reading, int units, SeriesSet train) {
    return reading.of(train).summaries().columns(units, (long) train.channels() * reading.views());
  }

  private static int fanIn(Topology topology, int units) {
    return topology instanceof Sparse sparse ? sparse.fanIn().of(units) : units;
  }

  private static long steps(SeriesSet train) {
    return train.series().stream().mapToLong(Series::length).sum();
  }
}
