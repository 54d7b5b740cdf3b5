package org.mf4j.experiment.forecasting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.random.SeededRandom;
import org.mf4j.signals.LaserLike;
import org.mf4j.signals.LorenzSystem;
import org.mf4j.signals.MackeyGlass;
import org.mf4j.signals.Narma10;

/**
 * A signal and how its forecasts are scored. Of every signal the first 3,000 steps are fitted (500
 * of them as washout), the next 2,000 serve to choose a configuration, and the last 2,000 are the
 * test.
 */
public enum ForecastTask {
  /** Mackey-Glass, tau = 17: free runs of 84 steps, NRMSE of the last one over 71 starts. */
  MACKEY_GLASS("NRMSE of step 84") {
    @Override
    double[][] inputs() {
      return new double[][] {MackeyGlass.standard().generate(DISCARDED, LENGTH)};
    }

    @Override
    double score(MultiLayerNetwork network, double[][] inputs, double[][] targets, Segment part) {
      return FreeRuns.of(inputs, part, HORIZON).finalNrmse(network);
    }
  },
  /** NARMA-10 from the seed 1: the output of every step from the inputs so far, NRMSE. */
  NARMA_10("NRMSE") {
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
  LORENZ_63("valid Lyapunov times") {
    @Override
    double[][] inputs() {
      return LorenzSystem.lorenz63().generate(1, 1, 1, DISCARDED, LENGTH);
    }

    @Override
    double score(MultiLayerNetwork network, double[][] inputs, double[][] targets, Segment part) {
      return FreeRuns.of(inputs, part, LONG_HORIZON)
          .validTime(network, LorenzSystem.LORENZ63_EXPONENT * LorenzSystem.lorenz63().interval());
    }

    @Override
    public boolean lessIsBetter() {
      return false;
    }
  },
  /** Santa Fe-like laser, see {@link LaserLike}: the next step, NRMSE. */
  LASER_LIKE("NRMSE of step 1") {
    @Override
    double[][] inputs() {
      return new double[][] {LaserLike.generate(DISCARDED, LENGTH)};
    }
  };

  static final int WASHOUT = 500;
  static final Segment FITTED = new Segment(0, 3000);
  static final Segment VALIDATION = new Segment(3000, 5000);
  static final Segment TEST = new Segment(5000, 7000);
  private static final int LENGTH = 7001;
  private static final int DISCARDED = 1000;
  private static final int HORIZON = 84;
  private static final int LONG_HORIZON = 600;

  private final String metric;

  ForecastTask(String metric) {
    this.metric = metric;
  }

  /** {@return the name in commands, for example {@code mackey-glass}} */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@return what the score is} */
  public String metric() {
    return metric;
  }

  /** {@return whether a lower score is the better one} */
  public boolean lessIsBetter() {
    return true;
  }

  /**
   * Finds a task by its name.
   *
   * @param name an {@link #id()}
   * @return the task
   * @throws IllegalArgumentException if there is none
   */
  public static ForecastTask of(String name) {
    List<String> known = Arrays.stream(values()).map(ForecastTask::id).toList();
    int index = known.indexOf(name.toLowerCase(Locale.ROOT));
    if (index < 0) {
      throw new IllegalArgumentException(
          "signal " + name + ": unknown; choose one of " + String.join(", ", known));
    }
    return values()[index];
  }

  /** The signal {@code [channels][7001]}. */
  abstract double[][] inputs();

  /** What the network is to tell at every step; the next value unless a task has other targets. */
  double[][] targets(double[][] inputs) {
    return Arrays.stream(inputs)
        .map(channel -> Arrays.copyOfRange(channel, 1, channel.length))
        .toArray(double[][]::new);
  }

  /** The score of a network on a part of the signal; the error of one step unless overridden. */
  double score(MultiLayerNetwork network, double[][] inputs, double[][] targets, Segment part) {
    return DrivenRun.nrmse(network, inputs, targets, part);
  }
}
