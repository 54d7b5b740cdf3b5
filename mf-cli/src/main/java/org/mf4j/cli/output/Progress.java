package org.mf4j.cli.output;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import me.tongfei.progressbar.ProgressState;
import org.mf4j.data.archive.DownloadListener;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.experiment.ComparisonListener;
import org.mf4j.experiment.Trial;
import org.mf4j.experiment.archive.ArchiveListener;
import org.mf4j.experiment.archive.SetOutcome;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.search.SearchListener;
import org.mf4j.training.EpochListener;

/**
 * How work goes on: one bar at a time on stderr if a person watches, nowhere otherwise. Only the
 * launcher can see on every version of Java whether stderr is a terminal; it says so by the system
 * property {@code mf.terminal}. Nothing shows before there is something to tell, and the bar
 * disappears when it is closed.
 */
public final class Progress implements AutoCloseable {
  private static final int KILO = 1000;

  /** A reservoir that is fitted sooner shows no bar. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private ProgressBar bar;
  private int length = -1;
  private int before;

  /**
   * Bars over the kilobytes of a download.
   *
   * @return the listener
   */
  public DownloadListener downloads() {
    return (name, done, total) -> {
      if (bar == null) {
        // The bar takes a negative length as unknown.
        open(name, "kB", Math.toIntExact(total < 0 ? -1 : total / KILO));
      }
      bar.stepTo(done / KILO);
    };
  }

  /**
   * A bar over the trials that were left when a search began; where the next takes over ten
   * seconds, it says how far a fit is.
   *
   * @param task what is searched
   * @return the listener
   */
  public SearchListener search(String task) {
    return new SearchListener() {
      private volatile long since = System.nanoTime();

      @Override
      public void onProgress(int done, int trials) {
        if (bar == null || trials != length) {
          before = done;
          open(task, "trials", trials - done);
          length = trials;
        }
        since = System.nanoTime();
        bar.stepTo(done - before).setExtraMessage("");
      }

      @Override
      public EpochListener fits() {
        return new Fit(this::say);
      }

      private void say(String words) {
        if (System.nanoTime() - since > PATIENCE.toNanos()) {
          bar.setExtraMessage(words);
        }
      }
    };
  }

  /**
   * A bar over epochs, of which early stopping may leave some out. A reservoir has none: its bar is
   * over series, then over the time of its readout, and shows where the fit takes over ten seconds.
   *
   * @param model the name of what is trained
   * @param validates whether the loss that decides is one of series that are not trained on
   * @return the listener
   */
  public EpochListener training(String model, boolean validates) {
    return new EpochListener() {
      private final long shown = System.nanoTime() + PATIENCE.toNanos();
      private double trained;
      private boolean inPass;

      @Override
      public void onSeries(int done, int series) {
        if (!inPass) {
          openLate(model + ", reservoir", series);
          inPass = true;
        }
        bar.stepTo(done);
      }

      @Override
      public void onReadout() {
        openLate(model + ", readout", -1);
        inPass = false;
      }

      private void openLate(String task, int series) {
        close();
        bar =
            builder(task, new LateConsumer(shown))
                .setUnit(" series", 1)
                .setInitialMax(series)
                .setEtaFunction(new Eta())
                .build();
      }

      @Override
      public void onTrained(double loss) {
        trained = loss;
      }

      @Override
      public void onEpoch(int epoch, int epochs, double loss) {
        if (bar == null) {
          open(model, "epochs at most", epochs);
        }
        String validation = validates ? String.format(Locale.ROOT, ", validation %.4g", loss) : "";
        bar.stepTo(epoch)
            .setExtraMessage(String.format(Locale.ROOT, "loss %.4g%s", trained, validation));
      }
    };
  }

  /**
   * One bar per model over its trials. Models differ too much in speed for the trials of one to
   * foretell the time of another.
   *
   * @return the listener
   */
  public ComparisonListener comparison() {
    return new ComparisonListener() {
      @Override
      public void onTrialStart(ModelKind kind, int trial, int trials) {
        if (trial == 1) {
          open(kind.id(), "trials", trials);
        }
      }

      @Override
      public void onTrialEnd(ModelKind kind, int trial, Trial result) {
        bar.step();
      }
    }.andThen(new Within(new Fit(message -> bar.setExtraMessage(message))));
  }

  /**
   * A bar over the trials of an archive; it is away while something is told.
   *
   * @param sets takes the sets that are over
   * @param expenses takes what somebody should know before a fit
   * @return the listener
   */
  public ArchiveListener archive(Consumer<SetOutcome> sets, Consumer<String> expenses) {
    return new ArchiveListener() {
      private String trial;

      @Override
      public void onTrial(String set, ModelKind kind, int done, int trials) {
        if (bar == null) {
          open("archive", "trials", trials);
        }
        trial = set + ", " + kind.id();
        bar.stepTo(done).setExtraMessage(trial);
      }

      @Override
      public ComparisonListener fits() {
        return new Within(new Fit(message -> bar.setExtraMessage(trial + ", " + message)));
      }

      @Override
      public void onFit(ModelSettings settings, SeriesSet train) {
        Expense.of(settings, train).ifPresent(expenses);
      }

      @Override
      public void onSet(SetOutcome outcome) {
        sets.accept(outcome);
      }
    };
  }

  /**
   * Shows the time that has passed, for work that cannot tell how far it is.
   *
   * @param task what one waits for
   */
  public void waiting(String task) {
    close();
    bar = builder(task).setInitialMax(-1).hideEta().build();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  private void open(String task, String unit, int steps) {
    close();
    length = steps;
    bar =
        builder(task).setUnit(" " + unit, 1).setInitialMax(steps).setEtaFunction(new Eta()).build();
  }

  private static ProgressBarBuilder builder(String task) {
    return builder(task, new ConsoleProgressBarConsumer(System.err));
  }

  private static ProgressBarBuilder builder(String task, ProgressBarConsumer terminal) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setStyle(ProgressBarStyle.ASCII)
        .continuousUpdate()
        .setUpdateIntervalMillis(500)
        .clearDisplayOnFinish()
        .setConsumer(
            Boolean.getBoolean("mf.terminal")
                ? terminal
                : new DelegatingProgressBarConsumer(line -> {}));
  }

  /**
   * Says in a few words how far a fit is, beside a bar over fits.
   *
   * @param words takes them
   */
  private record Fit(Consumer<String> words) implements EpochListener {
    @Override
    public void onEpoch(int epoch, int epochs, double loss) {
      words.accept(Words.format("epoch %d, loss %.4g", epoch, loss));
    }

    @Override
    public void onSeries(int done, int series) {
      words.accept(Words.format("%d of %d series", done, series));
    }

    @Override
    public void onReadout() {
      words.accept("readout");
    }
  }

  /**
   * The same for a comparison.
   *
   * @param fit takes what its fits tell
   */
  private record Within(Fit fit) implements ComparisonListener {
    @Override
    public void onEpoch(ModelKind kind, int trial, int epoch, int epochs, double loss) {
      fit.onEpoch(epoch, epochs, loss);
    }

    @Override
    public void onSeries(ModelKind kind, int trial, int done, int series) {
      fit.onSeries(done, series);
    }

    @Override
    public void onReadout(ModelKind kind, int trial) {
      fit.onReadout();
    }
  }

  /** Writes nothing before a time, and so nothing at all of what is over by then. */
  private static final class LateConsumer extends ConsoleProgressBarConsumer {
    private final long from;

    LateConsumer(long from) {
      super(System.err);
      this.from = from;
    }

    private boolean isEarly() {
      return System.nanoTime() < from;
    }

    @Override
    public void accept(String line) {
      if (!isEarly()) {
        super.accept(line);
      }
    }

    @Override
    public void clear() {
      if (!isEarly()) {
        super.clear();
      }
    }
  }

  /**
   * Foretells the time that is left from the mean duration of the steps that are done. The progress
   * bar's own estimate grows while a long step runs, since it credits time to finished steps only;
   * this one falls, to the time of the steps that have not begun.
   */
  static final class Eta implements Function<ProgressState, Optional<Duration>> {
    private long done;
    private Duration doneAfter = Duration.ZERO;

    @Override
    public Optional<Duration> apply(ProgressState state) {
      return left(state.getCurrent(), state.getMax(), state.getTotalElapsed());
    }

    /** The time left after so much time; empty before the first step is done. */
    Optional<Duration> left(long current, long max, Duration elapsed) {
      if (current != done) {
        done = current;
        doneAfter = elapsed;
      }
      if (done == 0) {
        return Optional.empty();
      }
      Duration perStep = doneAfter.dividedBy(done);
      Duration left = perStep.multipliedBy(max - done).minus(elapsed.minus(doneAfter));
      Duration notBegun = perStep.multipliedBy(Math.max(0, max - done - 1));
      return Optional.of(left.compareTo(notBegun) < 0 ? notBegun : left);
    }
  }
}
