package org.mf4j.search.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.models.ModelKind;
import org.mf4j.models.Settings;
import org.mf4j.models.ToySets;
import org.mf4j.models.ToySettings;
import org.mf4j.search.Dimension;
import org.mf4j.search.Grid;
import org.mf4j.search.Search;
import org.mf4j.search.SearchListener;
import org.mf4j.search.SearchOptions;
import org.mf4j.search.Strategy;
import org.mf4j.search.TrialResult;
import org.mf4j.search.Validation;

/** A search whose journal breaks off anywhere comes to the same end. */
class TornSearchTest {
  private static final Map<String, Object> IDENTITY = Map.of("seed", 1);

  private static final Search SEARCH =
      new Search(
          new Grid(
              ToySettings.of(ModelKind.ESN).withUnits(2),
              List.of(Dimension.of(Settings.INPUT_SCALING, .1, 1., 10.))),
          ToySets.levels().train().subset(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
          new SearchOptions(new Strategy.Exhaustive(), new Validation.HoldOut(.3), 1, 1));

  @TempDir private Path folder;

  @Test
  void atAnyByte() throws IOException, InterruptedException {
    Path file = folder.resolve("journal.jsonl");
    List<List<Object>> whole = run(file);
    assertThat(whole).hasSize(3).doesNotHaveDuplicates();
    byte[] bytes = Files.readAllBytes(file);
    for (int length = 0; length < bytes.length; length++) {
      Files.write(file, Arrays.copyOf(bytes, length));
      assertThat(run(file)).as("torn at byte " + length).containsExactlyInAnyOrderElementsOf(whole);
      assertThat(Files.readAllLines(file)).hasSize(4);
    }
  }

  private static List<List<Object>> run(Path file) throws IOException, InterruptedException {
    try (Journal journal = Journal.open(file, IDENTITY, true)) {
      assertThat(SEARCH.run(journal, SearchListener.NONE, () -> false).isComplete()).isTrue();
      return journal.results().stream().map(TornSearchTest::withoutTime).toList();
    }
  }

  private static List<Object> withoutTime(TrialResult result) {
    return List.of(result.configuration(), result.draw(), result.score(), result.failure());
  }
}
