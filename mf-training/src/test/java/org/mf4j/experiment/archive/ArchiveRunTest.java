package org.mf4j.experiment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.data.Datasets;
import org.mf4j.experiment.Trial;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ToySettings;

class ArchiveRunTest {
  private static final Map<String, Object> VERSIONS = Map.of("mf4j", "0");
  private static final List<ModelKind> MODELS = List.of(ModelKind.ESN, ModelKind.MF_ESN);

  @TempDir private Path folder;
  private final List<String> heard = new ArrayList<>();
  private final List<String> told = new ArrayList<>();

  private final ArchiveListener listener =
      new ArchiveListener() {
        @Override
        public void onTrial(String set, ModelKind kind, int done, int trials) {
          heard.add(set + " " + kind.id() + " " + done + "/" + trials);
        }

        @Override
        public void onSet(SetOutcome outcome) {
          told.add(outcome.name());
        }
      };

  /** High and low levels; the second set has a gap and a shorter series, the third is damaged. */
  @BeforeEach
  void writeSets() throws IOException {
    for (String part : List.of("TRAIN", "TEST")) {
      write("Plain_" + part, "1,1,1:high", "0,0,0:low", "1,1,1:high", "0,0,0:low");
      write("Ragged_" + part, "1,?,1:high", "0,0:low", "1,1,1:high", "0,0,0:low");
      write("Spoilt_" + part, "1,x,1:high", "0,0,0:low");
    }
  }

  private void write(String name, String... series) throws IOException {
    Files.writeString(
        folder.resolve(name + ".ts"),
        "@classLabel true high low\n@data\n" + String.join("\n", series) + "\n");
  }

  private ArchivePlan plan(int trials, ArchivePlan.Settings settings) {
    return new ArchivePlan(
        Datasets.onlyIn(folder), List.of("Plain", "Spoilt", "Ragged"), MODELS, settings, trials, 7);
  }

  private ArchivePlan plan(int trials) {
    return plan(trials, (kind, train) -> ToySettings.of(kind));
  }

  @Test
  void everySetIsFittedAndABadOneIsToldWithItsReason() throws Exception {
    List<SetOutcome> sets = ArchiveRun.run(plan(2), TrialJournal.inMemory(), listener, () -> false);
    assertThat(told).containsExactly("Plain", "Spoilt", "Ragged");
    assertThat(heard)
        .hasSize(8)
        .startsWith("Plain esn 0/12", "Plain esn 1/12", "Plain mf-esn 2/12")
        .endsWith("Ragged mf-esn 11/12");
    assertThat(sets.get(0).models())
        .extracting(ModelOutcome::kind)
        .containsExactlyElementsOf(MODELS);
    assertThat(sets.get(0).models().get(1).trials())
        .extracting(Trial::seed)
        .containsExactly(7L, 8L);
    assertThat(sets.get(0).remarks()).isEmpty();
    assertThat(sets.get(1).isClassification()).isFalse();
    assertThat(sets.get(1).remarks().get(0)).startsWith("not read: ").contains("line 3");
    assertThat(sets.get(2).facts()).contains(new SetFacts(4, 4, 1, 2, 3, 2, 2));
    assertThat(sets.get(2).remarks())
        .containsExactly("2 missing values interpolated", "unequal lengths masked");
    assertThat(SetOutcome.accuracies(ModelKind.ESN, sets).bySet())
        .containsOnlyKeys("Plain", "Ragged");
  }

  @Test
  void aModelThatFailsLeavesTheOthersAlone() throws Exception {
    ArchivePlan plan =
        plan(
            2,
            (kind, train) -> {
              if (kind == ModelKind.ESN) {
                throw new IllegalStateException("it\n diverged");
              }
              return ToySettings.of(kind);
            });
    SetOutcome set = ArchiveRun.run(plan, TrialJournal.inMemory(), listener, () -> false).get(0);
    assertThat(set.remarks()).containsExactly("esn failed: it diverged");
    assertThat(set.scores(ModelKind.ESN)).isEqualTo(Optional.empty());
    assertThat(set.scores(ModelKind.MF_ESN).orElseThrow().values()).hasSize(2);
  }

  @Test
  void whatTheJournalHasIsNotRepeated() throws Exception {
    Path file = folder.resolve("journal.jsonl");
    List<SetOutcome> first = runWith(file, plan(1));
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(1 + 4);
    // Equal to the last bit of their times: read, not run again.
    assertThat(runWith(file, plan(1))).isEqualTo(first);
    // More trials go on from there.
    List<SetOutcome> more = runWith(file, plan(2));
    assertThat(more.get(0).models().get(0).trials().get(0))
        .isEqualTo(first.get(0).models().get(0).trials().get(0));
    assertThat(Files.readAllLines(file)).hasSize(1 + 8).startsWith(lines.toArray(String[]::new));
  }

  @Test
  void otherDataAndOtherSettingsAreOtherTrials() throws Exception {
    Path file = folder.resolve("journal.jsonl");
    runWith(file, plan(1));
    runWith(file, plan(1, (kind, train) -> ToySettings.of(kind).withUnits(3)));
    assertThat(Files.readAllLines(file)).hasSize(1 + 8);
    write("Plain_TRAIN", "1,1,1:high", "0,0,0:low");
    runWith(file, plan(1));
    assertThat(Files.readAllLines(file)).hasSize(1 + 10);
  }

  @Test
  void aJournalOfAnotherVersionOrADamagedLineIsRefused() throws Exception {
    Path file = folder.resolve("journal.jsonl");
    runWith(file, plan(1));
    assertThatThrownBy(() -> TrialJournal.open(file, Map.of("mf4j", "1")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("mf4j \"0\" there, \"1\" here");
    Files.writeString(file, Files.readString(file) + "{\"key\":1}\n");
    assertThatThrownBy(() -> TrialJournal.open(file, VERSIONS))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 6 is damaged");
  }

  @Test
  void aStoppedRunLeavesOutTheSetThatItWasIn() throws Exception {
    List<SetOutcome> sets =
        ArchiveRun.run(plan(2), TrialJournal.inMemory(), listener, () -> heard.size() == 6);
    assertThat(sets).extracting(SetOutcome::name).containsExactly("Plain", "Spoilt");
  }

  private List<SetOutcome> runWith(Path file, ArchivePlan plan) throws Exception {
    try (TrialJournal journal = TrialJournal.open(file, VERSIONS)) {
      return ArchiveRun.run(plan, journal, listener, () -> false);
    }
  }
}
