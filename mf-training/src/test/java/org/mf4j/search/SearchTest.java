package org.mf4j.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.series.Split;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.engine.Workers;
import org.mf4j.models.MemristiveSettings;
import org.mf4j.models.Metric;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.Settings;
import org.mf4j.models.ToySets;
import org.mf4j.models.ToySettings;
import org.mf4j.models.TrainingSettings;
import org.mf4j.papers.NanowireAssemblies;
import org.mf4j.training.EpochListener;

class SearchTest {
  private static SearchResult run(Search search) throws IOException, InterruptedException {
    return search.run(TrialLog.inMemory(), SearchListener.NONE, () -> false);
  }

  /** The reference fits every configuration alone, through the public way of fitting. */
  @Test
  void scoresAreThoseOfFittingEachConfigurationAlone() throws IOException, InterruptedException {
    SearchResult result = run(SmallSearch.exhaustive());
    assertThat(result.standings()).hasSize(8);
    Split split = Split.holdOut(SmallSearch.TRAIN, .2, 7);
    for (Standing standing : result.standings()) {
      for (int draw = 0; draw < 2; draw++) {
        long seed = SearchRun.TrialSeed.of(7, standing.configuration(), draw);
        double alone =
            new ModelFitter(standing.configuration().settings())
                .fit(split.train(), seed, EpochListener.NONE)
                .score(split.validation());
        assertThat(standing.scores().values().get(draw)).isEqualTo(alone);
      }
    }
  }

  @Test
  void aScoreIsTheMeanOverTheFolds() throws IOException, InterruptedException {
    ModelSettings settings = ToySettings.of(ModelKind.ESN).withUnits(4);
    Search search =
        new Search(
            new Grid(settings, List.of()),
            ToySets.numbers().train(),
            new SearchOptions(new Strategy.Exhaustive(), new Validation.KFold(3), 1, 5));
    Standing only = run(search).best().orElseThrow();
    double sum = 0;
    for (Split split : Split.kFold(ToySets.numbers().train(), 3, 5)) {
      sum +=
          new ModelFitter(settings)
              .fit(
                  split.train(),
                  SearchRun.TrialSeed.of(5, only.configuration(), 0),
                  EpochListener.NONE)
              .score(split.validation());
    }
    assertThat(only.scores().mean()).isCloseTo(sum / 3, within(1e-6));
  }

  @Test
  void theNumberOfThreadsDoesNotMatter() throws IOException, InterruptedException {
    List<List<List<Object>>> outcomes = new ArrayList<>();
    for (String threads : List.of("1", "2", "5")) {
      System.setProperty(Workers.THREADS_PROPERTY, threads);
      try {
        outcomes.add(SmallSearch.comparable(run(SmallSearch.exhaustive())));
      } finally {
        System.clearProperty(Workers.THREADS_PROPERTY);
      }
    }
    assertThat(outcomes.get(1)).isEqualTo(outcomes.get(0));
    assertThat(outcomes.get(2)).isEqualTo(outcomes.get(0));
  }

  /** All of one configuration of the trained model overflow; the others do not. */
  @Test
  void aConfigurationThatDivergesIsAResultWithItsReason() throws IOException, InterruptedException {
    Grid grid =
        new Grid(
            ToySettings.of(ModelKind.RNN).with(TrainingSettings.EPOCHS, 4),
            List.of(Dimension.of(TrainingSettings.LEARNING_RATE, 1e38, .01)));
    SearchResult result = run(new Search(grid, ToySets.numbers().train(), SmallSearch.OPTIONS));
    assertThat(result.isComplete()).isTrue();
    assertThat(result.best().orElseThrow().configuration().id()).isEqualTo("learningRate=0.01");
    Standing failed = result.standings().get(1);
    assertThat(failed.scores().values()).isEmpty();
    assertThat(failed.failures())
        .hasSize(2)
        .allMatch(reason -> reason.matches(".*(not|no longer) finite.*|the training loss is .*"));
  }

  /**
   * Theorem 3.1 wants deltaT (K_p + K_d) < 2 at every drive, the largest of which is in the fold
   * that is held out half of the times.
   */
  @Test
  void whatTheoryForbidsOnTheWholeTrainingSetIsRefusedWhateverTheSplit()
      throws IOException, InterruptedException {
    List<Series> series = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      series.add(new Series(new double[][] {{.1 * (i % 2), i == 7 ? 1.2 : .1}}, i % 2));
    }
    SeriesSet train = new SeriesSet("one large value", List.of("a", "b"), series);
    Grid grid =
        new Grid(
            NanowireAssemblies.nanowires(5, 1, 0, .1),
            List.of(
                Dimension.of(MemristiveSettings.setting(PhysicalConstant.DELTA_T), .121, .122)));
    for (long seed = 0; seed < 4; seed++) {
      SearchOptions options =
          new SearchOptions(new Strategy.Exhaustive(), new Validation.HoldOut(.5), 1, seed);
      SearchResult result = run(new Search(grid, train, options));
      assertThat(result.failedConfigurations()).isEqualTo(1);
      assertThat(result.best().orElseThrow().configuration().id()).isEqualTo("deltaT=0.121");
      assertThat(result.standings().get(1).failures().get(0)).startsWith("deltaT: Theorem 3.1 ");
    }
  }

  @Test
  void aStoppedSearchGoesOnWithoutDoingAnythingTwice() throws IOException, InterruptedException {
    TrialLog log = TrialLog.inMemory();
    AtomicInteger progress = new AtomicInteger();
    SearchResult first =
        SmallSearch.exhaustive()
            .run(log, (done, trials) -> progress.set(done), () -> progress.get() >= 4);
    assertThat(first.isComplete()).isFalse();
    assertThat(first.done()).isGreaterThanOrEqualTo(4);
    int before = log.results().size();
    SearchResult second = SmallSearch.exhaustive().run(log, SearchListener.NONE, () -> false);
    assertThat(second.isComplete()).isTrue();
    assertThat(log.results().size()).isEqualTo(16).isGreaterThan(before);
    assertThat(log.results().stream().map(TrialKey::of)).doesNotHaveDuplicates();
    assertThat(SmallSearch.comparable(second))
        .isEqualTo(SmallSearch.comparable(run(SmallSearch.exhaustive())));
  }

  @Test
  void trainingIsGivenUpAtTheEndOfAnEpochAndRunAgainLater()
      throws IOException, InterruptedException {
    Search search =
        new Search(
            new Grid(ToySettings.of(ModelKind.RNN), List.of()),
            SmallSearch.TRAIN,
            new SearchOptions(new Strategy.Exhaustive(), new Validation.HoldOut(.2), 1, 1));
    TrialLog log = TrialLog.inMemory();
    AtomicInteger asked = new AtomicInteger();
    SearchResult stopped = search.run(log, SearchListener.NONE, () -> asked.incrementAndGet() > 5);
    assertThat(stopped.done()).isZero();
    assertThat(log.results()).isEmpty();
    assertThat(search.run(log, SearchListener.NONE, () -> false).isComplete()).isTrue();
  }

  @Test
  void aLogThatCannotBeWrittenEndsTheSearch() {
    TrialLog full =
        new TrialLog() {
          @Override
          public List<TrialResult> results() {
            return List.of();
          }

          @Override
          public void append(List<TrialResult> results) throws IOException {
            throw new IOException("no space left");
          }
        };
    assertThatThrownBy(() -> SmallSearch.exhaustive().run(full, SearchListener.NONE, () -> false))
        .isInstanceOf(IOException.class)
        .hasMessage("no space left");
  }

  /** The reference halves by hand, with scores from the exhaustive search. */
  @Test
  void halvingKeepsTheBestAsAPlainLoopDoes() throws IOException, InterruptedException {
    Map<String, List<Double>> scores = new HashMap<>();
    for (Standing one : run(SmallSearch.exhaustive()).standings()) {
      scores.put(one.configuration().id(), one.scores().values());
    }
    List<String> alive = new ArrayList<>();
    SmallSearch.grid().all().forEach(one -> alive.add(one.id()));
    alive.sort((a, b) -> Double.compare(scores.get(b).get(0), scores.get(a).get(0)));
    List<String> last = new ArrayList<>(alive.subList(0, 4));
    last.sort((a, b) -> Double.compare(sum(scores.get(b)), sum(scores.get(a))));

    SearchResult halved = run(SmallSearch.of(new Strategy.Halving(2)));
    assertThat(halved.trials()).isEqualTo(8 + 4);
    assertThat(halved.isComplete()).isTrue();
    assertThat(halved.standings())
        .extracting(one -> one.configuration().id())
        .startsWith(last.toArray(new String[0]))
        .hasSize(8);
    assertThat(halved.standings())
        .extracting(Standing::round)
        .containsExactly(1, 1, 1, 1, 0, 0, 0, 0);
  }

  private static double sum(List<Double> values) {
    return values.stream().mapToDouble(value -> value).sum();
  }

  @Test
  void randomSearchTriesSomeOfTheGridEachOnce() throws IOException, InterruptedException {
    SearchResult some = run(SmallSearch.of(new Strategy.RandomSample(3)));
    List<List<Object>> all = SmallSearch.comparable(run(SmallSearch.exhaustive()));
    assertThat(SmallSearch.comparable(some)).hasSize(3).doesNotHaveDuplicates().isSubsetOf(all);
    assertThat(run(SmallSearch.of(new Strategy.RandomSample(99))).standings()).hasSize(8);
  }

  /** Asked on as many threads as it has slots, however many this process has. */
  @Test
  void whatComputesElsewhereIsAskedSideBySide() throws IOException, InterruptedException {
    CountDownLatch asked = new CountDownLatch(6);
    Objective objective =
        elsewhere(
            () -> {
              asked.countDown();
              asked.await();
              return new double[] {.5};
            });
    SearchResult result = run(new Search(three(), objective, new Strategy.Exhaustive(), 2, 1));
    assertThat(result.isComplete()).isTrue();
  }

  @Test
  void whatCannotBeReachedEndsTheSearchAndIsNoResult() {
    Objective objective =
        elsewhere(
            () -> {
              throw new UncheckedIOException(new IOException("gone"));
            });
    TrialLog log = TrialLog.inMemory();
    Search search = new Search(three(), objective, new Strategy.Exhaustive(), 2, 1);
    assertThatThrownBy(() -> search.run(log, SearchListener.NONE, () -> false))
        .isInstanceOf(IOException.class)
        .hasMessage("gone");
    assertThat(log.results()).isEmpty();
  }

  @Test
  void tellsHowFitsGoOn() throws IOException, InterruptedException {
    List<String> told = Collections.synchronizedList(new ArrayList<>());
    SearchListener listener =
        new SearchListener() {
          @Override
          public void onProgress(int done, int trials) {}

          @Override
          public EpochListener fits() {
            return new EpochListener() {
              @Override
              public void onEpoch(int epoch, int epochs, double loss) {}

              @Override
              public void onSeries(int done, int series) {
                told.add(done + " of " + series);
              }

              @Override
              public void onReadout() {
                told.add("readout");
              }
            };
          }
        };
    SeriesSet train = ToySets.levels().train();
    new Search(three(), train, SmallSearch.OPTIONS).run(TrialLog.inMemory(), listener, () -> false);
    assertThat(told).contains("readout").anyMatch(words -> words.startsWith("0 of "));
  }

  /** Asked before a trial, and then on the way of its reservoir through the series. */
  @Test
  void stopsWithinTheFitOfAReservoir() throws IOException, InterruptedException {
    AtomicInteger asked = new AtomicInteger();
    TrialLog log = TrialLog.inMemory();
    SeriesSet train = ToySets.levels().train();
    Grid one = new Grid(ToySettings.of(ModelKind.ESN).withUnits(4), List.of());
    new Search(one, train, SmallSearch.OPTIONS)
        .run(log, SearchListener.NONE, () -> asked.getAndIncrement() > 0);
    assertThat(asked.get()).isGreaterThan(1);
    assertThat(log.results()).isEmpty();
  }

  private static Grid three() {
    return new Grid(
        ToySettings.of(ModelKind.ESN).withUnits(4),
        List.of(Dimension.of(Settings.INPUT_SCALING, .1, .5, 1.)));
  }

  private static Objective elsewhere(Callable<double[]> answer) {
    return new Objective() {
      @Override
      public Metric metric() {
        return Metric.ACCURACY;
      }

      @Override
      public String describe() {
        return "elsewhere";
      }

      @Override
      public int remoteSlots() {
        return 6;
      }

      @Override
      public double[] score(List<ModelSettings> settings, long seed, EpochListener watch)
          throws InterruptedException {
        try {
          return answer.call();
        } catch (InterruptedException | RuntimeException e) {
          throw e;
        } catch (Exception e) {
          throw new AssertionError(e);
        }
      }
    };
  }
}
