package org.mf4j.cli.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.cli.CtrlC;
import org.mf4j.cli.Run;

/** A search in a process of its own, which a signal ends in the middle. */
class EndedSearchTest {
  private static final int TRIALS = 80;
  private static final long PATIENCE_SECONDS = 120;

  private static final List<String> SEARCH =
      List.of(
          "search",
          "--model",
          "mf-esn",
          "--units",
          "60",
          "--vary",
          "gamma=.5,.8,.95,1",
          "--vary",
          "slope=1,5",
          "--draws",
          "10");

  @TempDir private Path folder;
  private Path journal;

  @BeforeEach
  void nameJournal() {
    journal = folder.resolve("journal.jsonl");
  }

  @Test
  void afterKillNothingIsLostOrDoneTwice() throws IOException, InterruptedException {
    Process child = start();
    waitForTrials(child, 5);
    child.destroyForcibly();
    assertThat(child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    resumedIsWhole(wholeLines());
  }

  @Test
  void ctrlCEndsCleanlyAndSaysHowToGoOn() throws IOException, InterruptedException {
    CtrlC.assumeItCanBeSent();
    Process child = start();
    waitForTrials(child, 5);
    CtrlC.send(child);
    assertThat(child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isEqualTo(130);
    int done = wholeLines().size() - 1;
    assertThat(Files.readString(folder.resolve("stderr")).lines())
        .containsExactly(
            "mf: stopped after %d of %d trials; repeat the command with --resume to go on."
                .formatted(done, TRIALS));
    assertThat(Files.readString(folder.resolve("stdout"))).contains("Best: ");
    assertThat(Files.readString(journal)).endsWith("\n");
    resumedIsWhole(wholeLines());
  }

  /** The uninterrupted search is the reference. */
  private void resumedIsWhole(List<String> before) throws IOException {
    assertThat(before.size()).isBetween(6, TRIALS);
    Run resumed = mf(journal, "--resume");
    assertThat(resumed.exitCode()).isZero();
    List<String> after = Files.readAllLines(journal);
    assertThat(after).hasSize(TRIALS + 1).startsWith(before.toArray(new String[0]));
    Path whole = folder.resolve("whole.jsonl");
    mf(whole);
    assertThat(withoutTimes(after))
        .containsExactlyInAnyOrderElementsOf(withoutTimes(Files.readAllLines(whole)));
  }

  private static List<String> withoutTimes(List<String> lines) {
    return lines.stream().map(line -> line.replaceAll(",\"seconds\":.*", "")).toList();
  }

  private List<String> wholeLines() throws IOException {
    String text = Files.readString(journal);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  private static Run mf(Path file, Object... more) {
    List<Object> words = new ArrayList<>(SEARCH);
    words.addAll(List.of("--journal", file));
    words.addAll(List.of(more));
    return Run.mf(words.toArray());
  }

  private Process start() throws IOException {
    List<String> words = new ArrayList<>(SEARCH);
    words.addAll(List.of("--journal", journal.toString()));
    return new ProcessBuilder(Run.process(List.of(), words))
        .redirectOutput(folder.resolve("stdout").toFile())
        .redirectError(folder.resolve("stderr").toFile())
        .start();
  }

  private void waitForTrials(Process child, int trials) throws IOException, InterruptedException {
    while (!Files.exists(journal) || wholeLines().size() <= trials) {
      assertThat(child.isAlive()).as("the search is long enough to be ended").isTrue();
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }
}
