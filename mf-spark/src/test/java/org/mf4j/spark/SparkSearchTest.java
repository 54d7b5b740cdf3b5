package org.mf4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.models.ModelKind;
import org.mf4j.models.Settings;
import org.mf4j.search.Dimension;
import org.mf4j.search.Grid;
import org.mf4j.search.Search;
import org.mf4j.search.SearchListener;
import org.mf4j.search.SearchOptions;
import org.mf4j.search.SearchResult;
import org.mf4j.search.Strategy;
import org.mf4j.search.TrialLog;
import org.mf4j.search.Validation;
import org.mf4j.search.journal.Journal;

class SparkSearchTest {
  private static final SeriesSet TRAIN = Waves.of(List.of("slow", "fast"));

  private static Grid grid() {
    return new Grid(
        ModelKind.MF_ESN.plain().withUnits(40),
        List.of(
            Dimension.of(Settings.INPUT_SCALING, .1, .5, 1.),
            Dimension.of(Settings.LAMBDA, .01, 1.)));
  }

  private static SearchOptions options(Strategy strategy) {
    return new SearchOptions(strategy, new Validation.KFold(3), 3, 7);
  }

  /** Nine tasks of two trials each. */
  static Search on(JavaSparkContext context) {
    return SparkSearch.of(context, grid(), TRAIN, options(new Strategy.Exhaustive()));
  }

  /** What does not depend on time. */
  static String ranking(SearchResult result) {
    return result.standings().stream()
        .map(one -> one.configuration().id() + " " + one.scores().values() + one.failures())
        .collect(Collectors.joining("\n"));
  }

  private static Search local(Strategy strategy) {
    return new Search(grid(), TRAIN, options(strategy));
  }

  private static JavaSparkContext context() {
    return JavaSparkContext.fromSparkContext(LocalSpark.session().sparkContext());
  }

  private static SearchResult run(Search search, TrialLog log)
      throws IOException, InterruptedException {
    return search.run(log, SearchListener.NONE, () -> false);
  }

  @Test
  void rankingsAreThoseOfOneMachine() throws IOException, InterruptedException {
    for (Strategy strategy : List.of(new Strategy.Exhaustive(), new Strategy.Halving(2))) {
      Search search = SparkSearch.of(context(), grid(), TRAIN, options(strategy));
      assertThat(search.describe()).isEqualTo(local(strategy).describe());
      assertThat(ranking(run(search, TrialLog.inMemory())))
          .isEqualTo(ranking(run(local(strategy), TrialLog.inMemory())));
    }
  }

  @Test
  void aJournalThatWasBegunOnOneMachineIsGoneOnWith(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path file = folder.resolve("search.jsonl");
    Map<String, Object> identity = local(new Strategy.Exhaustive()).describe();
    try (Journal journal = Journal.open(file, identity, false)) {
      local(new Strategy.Exhaustive())
          .run(journal, SearchListener.NONE, () -> journal.results().size() >= 4);
    }
    List<String> begun = Files.readAllLines(file);
    assertThat(begun).hasSizeBetween(2, 17);
    try (Journal journal = Journal.open(file, on(context()).describe(), true)) {
      assertThat(ranking(run(on(context()), journal)))
          .isEqualTo(ranking(run(local(new Strategy.Exhaustive()), TrialLog.inMemory())));
    }
    assertThat(Files.readAllLines(file)).hasSize(19).startsWith(begun.toArray(String[]::new));
  }

  @Test
  void stoppedItKeepsWhatIsDone() throws IOException, InterruptedException {
    TrialLog log = TrialLog.inMemory();
    SearchResult result =
        on(context()).run(log, SearchListener.NONE, () -> log.results().size() >= 4);
    assertThat(result.isComplete()).isFalse();
    assertThat(log.results()).hasSizeBetween(4, 17);
  }

  @Test
  void whatDivergesIsAResultWithTheReasonOfOneMachine() throws IOException, InterruptedException {
    Grid grid =
        new Grid(
            ModelKind.MF_ESN.plain().withUnits(4),
            List.of(Dimension.of(Settings.INPUT_SCALING, 1., 1e300)));
    SearchOptions options = options(new Strategy.Exhaustive());
    SearchResult expected = run(new Search(grid, TRAIN, options), TrialLog.inMemory());
    assertThat(expected.standings().get(1).failures()).isNotEmpty();
    assertThat(ranking(run(SparkSearch.of(context(), grid, TRAIN, options), TrialLog.inMemory())))
        .isEqualTo(ranking(expected));
  }
}
