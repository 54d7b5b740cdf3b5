package org.mf4j.experiment.forecasting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.forecasting.Nrmse;
import org.mf4j.forecasting.OneStep;
import org.mf4j.models.Metric;
import org.mf4j.models.ModelSettings;
import org.mf4j.options.NearestName;
import org.mf4j.random.SeededRandom;
import org.mf4j.search.Objective;
import org.mf4j.signals.LaserLike;
import org.mf4j.signals.LorenzSystem;
import org.mf4j.signals.MackeyGlass;
import org.mf4j.signals.Narma10;
import org.mf4j.training.EpochListener;

/**
 * A signal and how its forecasts are scored. Of every signal the first 3,000 steps are fitted (500
 * of them as washout), the next 2,000 serve to choose a configuration, and the last 2,000 are the
 * test.
 */
public enum ForecastTask {
  /** Mackey-Glass, tau = 17: free runs of 84 steps, NRMSE of the last one over 71 starts. */
  MACKEY_GLASS("NRMSE of step 84", Metric.NRMSE) {
    @Override
    double[][] inputs() {
      return new double[][] {MackeyGlass.standard().generate(DISCARDED, LENGTH)};
    }

    @Override
    double score(MultiLayerNetwork network, Signal signal, Segment part) {
      return FreeRuns.of(signal.inputs(), part, HORIZON).finalNrmse(network);
    }
  },
  /** NARMA-10 from the seed 1: the output of every step from the inputs so far, NRMSE. */
  NARMA_10("NRMSE", Metric.NRMSE) {
    @Override
    double[][] inputs() {
      return new double[][] {narma().input()};
    }

    @Override
    double[][] targets(double[][] inputs) {
      return new double[][] {narma().output()};
    }

    private Narma10 narma() {
      return Narma10.generate(LENGTH, new SeededRandom(1));
    }
  },
  /** Lorenz-63, all three channels: free runs, valid prediction time in Lyapunov times. */
  LORENZ_63("valid Lyapunov times", Metric.VALID_TIME) {
    @Override
    double[][] inputs() {
      return LorenzSystem.lorenz63().generate(1, 1, 1, DISCARDED, LENGTH);
    }

    @Override
    double score(MultiLayerNetwork network, Signal signal, Segment part) {
      return FreeRuns.of(signal.inputs(), part, LONG_HORIZON)
          .validTime(network, LorenzSystem.LORENZ63_EXPONENT * LorenzSystem.lorenz63().interval());
    }
  },
  /** Santa Fe-like laser, see {@link LaserLike}: the next step, NRMSE. */
  LASER_LIKE("NRMSE of step 1", Metric.NRMSE) {
    @Override
    double[][] inputs() {
      return new double[][] {LaserLike.generate(DISCARDED, LENGTH)};
    }
  };

  static final int WASHOUT = 500;
  static final Segment FITTED = new Segment("fitted part", 0, 3000);
  private static final int LENGTH = 7001;
  private static final int DISCARDED = 1000;
  private static final int HORIZON = 84;
  private static final int LONG_HORIZON = 600;

  /** What a configuration is chosen by. */
  static final Segment VALIDATION = new Segment("validation part", 3000, 5000);

  /** What counts in the end. */
  static final Segment TEST = new Segment("test part", 5000, 7000);

  private final String scored;
  private final Metric metric;

  ForecastTask(String scored, Metric metric) {
    this.scored = scored;
    this.metric = metric;
  }

  /**
   * Steps of a signal.
   *
   * @param name in words
   * @param from the first
   * @param to the one after the last
   */
  record Segment(String name, int from, int to) {
    /** These steps of all channels, or those that many steps before them as well. */
    double[][] of(double[][] series, int before) {
      return Arrays.stream(series)
          .map(channel -> Arrays.copyOfRange(channel, from - before, to))
          .toArray(double[][]::new);
    }
  }

  /**
   * A signal that was generated once.
   *
   * @param inputs {@code [channels][7001]}
   * @param targets what the network is to tell at every step
   */
  // Bulk numbers stay in arrays; signals are compared by reference.
  @SuppressWarnings("ArrayRecordComponent")
  record Signal(double[][] inputs, double[][] targets) {}

  /** {@return the name in commands, for example {@code mackey-glass}} */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@return what the score is, in words} */
  public String scored() {
    return scored;
  }

  /** {@return how scores are to be read} */
  public Metric metric() {
    return metric;
  }

  /**
   * Finds a task by its name, in any letter case.
   *
   * @param name an {@link #id()}
   * @return the task
   * @throws IllegalArgumentException if there is none; the message names the nearest one
   */
  public static ForecastTask of(String name) {
    List<String> known = Arrays.stream(values()).map(ForecastTask::id).toList();
    int index = known.indexOf(name.toLowerCase(Locale.ROOT));
    if (index < 0) {
      throw new IllegalArgumentException(
          "signal " + name + ": " + NearestName.unknown(name, known));
    }
    return values()[index];
  }

  Signal signal() {
    double[][] inputs = inputs();
    return new Signal(inputs, targets(inputs));
  }

  /** A search on a part of the signal: models learn from the first part, whatever is scored. */
  Objective objective(Segment part) {
    Signal signal = signal();
    return new Objective() {
      @Override
      public Metric metric() {
        return metric;
      }

      @Override
      public String describe() {
        return "%s of %s".formatted(part.name(), id());
      }

      @Override
      public double[] score(List<ModelSettings> settings, long seed, EpochListener watch) {
        return settings.stream()
            .mapToDouble(
                one -> ForecastTask.this.score(Forecaster.fit(one, signal, seed), signal, part))
            .toArray();
      }
    };
  }

  /** The signal {@code [channels][7001]}. */
  abstract double[][] inputs();

  /** What the network is to tell at every step; the next value unless a task has other targets. */
  double[][] targets(double[][] inputs) {
    return Arrays.stream(inputs)
        .map(channel -> Arrays.copyOfRange(channel, 1, channel.length))
        .toArray(double[][]::new);
  }

  /**
   * The score on a part of the signal; the error of one step, after a washout, unless overridden.
   */
  double score(MultiLayerNetwork network, Signal signal, Segment part) {
    double[] predictions = OneStep.predict(network, part.of(signal.inputs(), WASHOUT))[0];
    return Nrmse.of(
        Arrays.copyOfRange(predictions, WASHOUT, predictions.length),
        part.of(signal.targets(), 0)[0]);
  }
}
