package org.mf4j.reproduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.data.DatasetSplit;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.ToySets;
import org.mf4j.models.ToySettings;
import org.mf4j.models.TrainingSettings;
import org.mf4j.papers.PaperTable;
import org.mf4j.papers.PublishedScore;
import org.mf4j.search.SearchListener;
import org.mf4j.search.journal.Journals;

/** A row of a made-up table, whose models learn the levels perfectly. */
class ReproductionTest {
  private static final DatasetSplit LEVELS = ToySets.levels();
  private static final PaperTable.Row ROW =
      new PaperTable.Row(
          "levels",
          Map.of(
              ModelKind.ESN, new PublishedScore(.95, .1), ModelKind.RNN, new PublishedScore(.5, 0)),
          Map.of(ModelKind.ESN, ToySettings.of(ModelKind.ESN)),
          Optional.empty());

  @TempDir private Path folder;

  private Reproduction reproduction(Protocol.Mode mode) {
    Protocol protocol = new Protocol(mode, 3, ReproductionTest::shortened, 1);
    return new Reproduction(ROW, LEVELS, protocol, Journals.in(folder, Map.of("mf4j", "test")));
  }

  private static Optional<Reproduced> run(Reproduction reproduction, ModelKind kind)
      throws IOException, InterruptedException {
    return reproduction.run(kind, SearchListener.NONE, () -> false);
  }

  @Test
  void theSelectedSettingsHaveTheirTrials() throws IOException, InterruptedException {
    Reproduced cell = run(reproduction(Protocol.Mode.SELECTED), ModelKind.ESN).orElseThrow();
    assertThat(cell.settings()).isEqualTo(ToySettings.of(ModelKind.ESN).withUnits(8));
    assertThat(cell.scores().values()).hasSize(3).allMatch(score -> score > .85);
    assertThat(cell.agreement()).contains(Agreement.AGREE);
    assertThat(cell.baseline()).isEqualTo(1 / 3.);
    assertThat(cell.beatsBaseline()).isTrue();
    assertThat(cell.selection()).isEmpty();
    assertThat(cell.selectionSeconds()).isZero();
  }

  @Test
  void settingsThatNobodyToldAreAnObstacle() {
    Reproduction selected = reproduction(Protocol.Mode.SELECTED);
    assertThat(selected.obstacle(ModelKind.ESN)).isEmpty();
    assertThat(selected.obstacle(ModelKind.HETERO_MF_ESN)).isEmpty();
    assertThat(selected.obstacle(ModelKind.RNN)).isPresent();
    assertThat(reproduction(Protocol.Mode.SEARCH).obstacle(ModelKind.RNN)).isEmpty();
  }

  /** The grid of the RNN: two learning rates, of which the larger learns in 30 epochs. */
  @Test
  void theSearchSelectsAndGoesOnFromItsJournals() throws IOException, InterruptedException {
    Reproduced cell = run(reproduction(Protocol.Mode.SEARCH), ModelKind.RNN).orElseThrow();
    assertThat(cell.selection().orElseThrow().trials()).isEqualTo(2);
    assertThat(cell.settings().describe()).containsEntry("learningRate", .01);
    assertThat(cell.agreement()).contains(Agreement.BETTER);
    List<Path> files;
    try (var all = Files.list(folder)) {
      files = all.sorted().toList();
    }
    assertThat(files)
        .extracting(file -> file.getFileName().toString())
        .containsExactly("levels-rnn-final-search.jsonl", "levels-rnn-search.jsonl");
    byte[] before = Files.readAllBytes(files.get(1));
    Reproduced again = run(reproduction(Protocol.Mode.SEARCH), ModelKind.RNN).orElseThrow();
    assertThat(again.scores()).isEqualTo(cell.scores());
    assertThat(Files.readAllBytes(files.get(1))).isEqualTo(before);
  }

  @Test
  void stoppedBeforeItsEndThereIsNoCell() throws IOException, InterruptedException {
    Reproduction search = reproduction(Protocol.Mode.SEARCH);
    assertThat(search.run(ModelKind.RNN, SearchListener.NONE, () -> true)).isEmpty();
  }

  private static ModelSettings shortened(ModelSettings settings) {
    ModelSettings small = settings.withUnits(8);
    return TrainingSettings.EPOCHS.isIn(small) ? small.with(TrainingSettings.EPOCHS, 30) : small;
  }
}
