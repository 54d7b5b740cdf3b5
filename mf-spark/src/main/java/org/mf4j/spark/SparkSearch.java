package org.mf4j.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.models.Metric;
import org.mf4j.models.ModelSettings;
import org.mf4j.search.Grid;
import org.mf4j.search.Objective;
import org.mf4j.search.Search;
import org.mf4j.search.SearchOptions;
import org.mf4j.search.Validation;
import org.mf4j.training.EpochListener;

/**
 * Searches whose trials run on a cluster. The training set is sent to every executor once; the
 * draws of a reservoir that differ in their penalty only are one task, as they are one job on one
 * machine. All else stays on the driver: the search has the description of a local one, so that its
 * {@link org.mf4j.search.journal.Journal} goes on with that of the other, and gives its ranking.
 */
public final class SparkSearch {
  private SparkSearch() {}

  /**
   * A search on a set of series.
   *
   * @param context where trials run, as many at once as it has cores
   * @param grid what there is to try
   * @param train the training set, without missing values
   * @param options how it is searched
   * @return the search, run as any other
   * @throws org.mf4j.data.series.DataException if the set is too small for the validation
   */
  public static Search of(
      JavaSparkContext context, Grid grid, SeriesSet train, SearchOptions options) {
    return new Search(
        grid,
        new ClusterObjective(context, new Lesson(train, options.validation(), options.seed())),
        options.strategy(),
        options.draws(),
        options.seed());
  }

  /** What trials learn from; an executor divides it once. */
  private static final class Lesson implements Serializable {
    private static final long serialVersionUID = 1;

    private final SeriesSet train;
    private final Validation validation;
    private final long seed;
    private transient Objective objective;

    Lesson(SeriesSet train, Validation validation, long seed) {
      this.train = train;
      this.validation = validation;
      this.seed = seed;
    }

    synchronized Objective objective() {
      if (objective == null) {
        objective = Objective.of(train, validation, seed);
      }
      return objective;
    }
  }

  /** An objective that asks the executors. */
  private static final class ClusterObjective implements Objective {
    private static final long PATIENCE_MILLIS = 100;

    private final JavaSparkContext context;
    private final Objective local;
    private final Broadcast<Lesson> lesson;

    ClusterObjective(JavaSparkContext context, Lesson lesson) {
      this.context = context;
      this.local = lesson.objective();
      this.lesson = context.broadcast(lesson);
    }

    @Override
    public Metric metric() {
      return local.metric();
    }

    @Override
    public String describe() {
      return local.describe();
    }

    @Override
    public int remoteSlots() {
      return context.defaultParallelism();
    }

    @Override
    public double[] score(List<ModelSettings> settings, long seed, EpochListener watch)
        throws InterruptedException {
      List<Map<String, Object>> described = settings.stream().map(ModelSettings::describe).toList();
      JavaFutureAction<List<Outcome>> running =
          context.parallelize(List.of(seed), 1).map(new Trial(lesson, described)).collectAsync();
      while (true) {
        try {
          return running.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS).get(0).scores();
        } catch (TimeoutException e) {
          if (watch.stops()) {
            running.cancel(true);
            throw new CancellationException("the search was stopped");
          }
        } catch (ExecutionException e) {
          throw new UncheckedIOException(
              new IOException("the cluster ended the search: " + e.getCause().getMessage(), e));
        }
      }
    }
  }

  /**
   * What an executor does: fits and scores.
   *
   * @param lesson what is learned from
   * @param settings of the models
   */
  private record Trial(Broadcast<Lesson> lesson, List<Map<String, Object>> settings)
      implements Function<Long, Outcome> {
    @Override
    public Outcome call(Long seed) throws InterruptedException {
      List<ModelSettings> models = new ArrayList<>();
      settings.forEach(described -> models.add(ModelSettings.of(described)));
      try {
        double[] scores = lesson.value().objective().score(models, seed, EpochListener.NONE);
        return new Outcome(scores, null);
      } catch (RuntimeException e) {
        return new Outcome(null, words(e));
      }
    }

    private static String words(RuntimeException e) {
      return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
  }

  /**
   * What came of a trial.
   *
   * @param found one score per model
   * @param refusal why there is none; diverged or refused by a theorem: what a configuration does
   *     is a result, and another try would do the same
   */
  // Bulk numbers stay in arrays; outcomes are not compared.
  @SuppressWarnings("ArrayRecordComponent")
  private record Outcome(double[] found, String refusal) implements Serializable {
    double[] scores() {
      if (refusal != null) {
        throw new IllegalArgumentException(refusal);
      }
      return found;
    }
  }
}
