package org.mf4j.experiment.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.factory.Nd4j;

/** Trials at small lengths: who remembers, what is measured, what a journal keeps. */
class MemoryStudyTest {
  private static final MemoryOptions SMALL = new MemoryOptions(16, 16, 0.01, 4, 2, 20, 1);

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Contender.class)
  void everyNetworkAnswersEveryTask(Contender contender) throws InterruptedException {
    for (Question question : Question.values()) {
      MemoryTrial.Outcome outcome = new MemoryTrial(question, 12, contender).run(SMALL);
      assertThat(outcome.updates()).isEqualTo(4);
      assertThat(outcome.score()).isBetween(0.0, 2.0);
      assertThat(outcome.reach()).isFinite();
      assertThat(outcome.exponent().isPresent()).isEqualTo(contender.name().startsWith("MF"));
    }
  }

  @Test
  void theLongMemoryRecallsWhatTheShortOneForgot() throws InterruptedException {
    MemoryOptions options = new MemoryOptions(32, 32, 0.01, 100, 20, 100, 1);
    MemoryTrial.Outcome kept =
        new MemoryTrial(Question.RECALL, 200, Contender.MF_LONG).run(options);
    MemoryTrial.Outcome forgot =
        new MemoryTrial(Question.RECALL, 200, Contender.MF_PAPER).run(options);
    assertThat(Question.RECALL.isSolvedBy(kept.score())).isTrue();
    assertThat(kept.reach()).isGreaterThan(-2);
    assertThat(forgot.score()).isLessThan(0.4);
    assertThat(forgot.reach()).isLessThan(-10);
    // gamma alone, .8 a step, and what depression takes besides.
    assertThat(forgot.exponent().orElseThrow()).isBetween(Math.log(0.7), Math.log(0.8));
  }

  @Test
  void scoresAreThoseOfTheTask() {
    assertThat(
            Question.ADDING.score(
                Nd4j.create(new float[][] {{1}, {0.5f}}), Nd4j.create(new float[][] {{2}, {1}})))
        .isCloseTo((1 + 0.25) / 2, within(1e-6));
    assertThat(
            Question.PARITY.score(
                Nd4j.create(new float[][] {{0.2f, 0.8f}, {0.6f, 0.4f}}),
                Nd4j.create(new float[][] {{0, 1}, {0, 1}})))
        .isEqualTo(0.5);
    assertThat(Question.ADDING.isSolvedBy(0.0166)).isTrue();
    assertThat(Question.ADDING.isSolvedBy(0.0167)).isFalse();
    assertThat(Question.RECALL.isSolvedBy(0.98)).isFalse();
    assertThat(Question.ADDING.isSolvedBy(Double.NaN)).isFalse();
  }

  @Test
  void longSeriesComeLast() {
    MemoryStudy study =
        new MemoryStudy(
            List.of(Question.ADDING),
            List.of(5, 6),
            List.of(Contender.LSTM_CELL, Contender.MF_LONG));
    assertThat(study.trials())
        .containsExactly(
            new MemoryTrial(Question.ADDING, 5, Contender.LSTM_CELL),
            new MemoryTrial(Question.ADDING, 5, Contender.MF_LONG),
            new MemoryTrial(Question.ADDING, 6, Contender.LSTM_CELL),
            new MemoryTrial(Question.ADDING, 6, Contender.MF_LONG));
  }

  @Test
  void aJournalIsGoneOnWith() throws IOException, InterruptedException {
    Path file = folder.resolve("memory.jsonl");
    Map<String, MemoryTrial.Outcome> first = run(file, List.of(5));
    Map<String, MemoryTrial.Outcome> both = run(file, List.of(5, 6));
    assertThat(both).hasSize(2).containsAllEntriesOf(first);
    assertThat(Files.readAllLines(file)).hasSize(3);
    assertThat(Files.readString(file)).startsWith("{\"mf4jJournal\":1,\"options\":");
    MemoryOptions others = SMALL.withUpdates(5);
    assertThatThrownBy(() -> MemoryJournal.open(file, others))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another run");
  }

  @Test
  void aRowSaysWhatIsKnown() {
    MemoryTrial trial = new MemoryTrial(Question.ADDING, 100, Contender.LSTM_CELL);
    MemoryTrial.Outcome outcome =
        new MemoryTrial.Outcome(300, 0.01234, 12.4, Optional.empty(), -3.21);
    assertThat(MemoryTable.row(trial, outcome))
        .isEqualTo("| adding | 100 | LSTM | yes | 300 | 12 | 0.0123 | - | -3.2 |");
  }

  private static Map<String, MemoryTrial.Outcome> run(Path file, List<Integer> lengths)
      throws IOException, InterruptedException {
    Map<String, MemoryTrial.Outcome> outcomes = new TreeMap<>();
    MemoryStudy study =
        new MemoryStudy(List.of(Question.ADDING), lengths, List.of(Contender.MF_EXACT));
    try (MemoryJournal journal = MemoryJournal.open(file, SMALL)) {
      study.run(SMALL, journal, (trial, outcome) -> outcomes.put(trial.toString(), outcome));
    }
    return outcomes;
  }
}
