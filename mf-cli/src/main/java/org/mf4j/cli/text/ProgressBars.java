package org.mf4j.cli.text;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** Opens progress bars: on stderr if a person watches, nowhere otherwise. */
public final class ProgressBars {
  private final boolean terminal;

  private ProgressBars(boolean terminal) {
    this.terminal = terminal;
  }

  /**
   * Bars for this process. Only the launcher can see on every version of Java whether stderr is a
   * terminal; it says so by the system property {@code mf.terminal}.
   *
   * @return bars that show on a terminal and are silent elsewhere
   */
  public static ProgressBars ofThisProcess() {
    return new ProgressBars(Boolean.getBoolean("mf.terminal"));
  }

  /** A bar with the time that is left; it disappears when it is closed. */
  public ProgressBar open(String task, String unit, int steps) {
    return builder(task)
        .setUnit(" " + unit, 1)
        .setInitialMax(steps)
        .setEtaFunction(new StepEta())
        .build();
  }

  /** A bar without an end, with the time that has passed; it disappears when it is closed. */
  ProgressBar openIndefinite(String task) {
    return builder(task).setInitialMax(-1).hideEta().build();
  }

  private ProgressBarBuilder builder(String task) {
    ProgressBarConsumer consumer =
        terminal
            ? new ConsoleProgressBarConsumer(System.err)
            : new DelegatingProgressBarConsumer(line -> {});
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setStyle(ProgressBarStyle.ASCII)
        .continuousUpdate()
        .setUpdateIntervalMillis(500)
        .clearDisplayOnFinish()
        .setConsumer(consumer);
  }
}
