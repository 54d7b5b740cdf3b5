package org.mf4j.search.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.search.TrialResult;

class JournalTest {
  private static final Map<String, Object> SEARCH = Map.of("seed", 1);
  private static final TrialResult SCORED = scored("gamma=0.5", 0.1 + 0.2);
  private static final TrialResult FAILED =
      new TrialResult(
          "gamma=1.0",
          3,
          OptionalDouble.empty(),
          Optional.of("the training loss is NaN; \"lower\"\nthe learning rate"),
          .25);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("journal.jsonl");
  }

  private static TrialResult scored(String configuration, double score) {
    return new TrialResult(configuration, 0, OptionalDouble.of(score), Optional.empty(), 1.5);
  }

  @Test
  void whatWasWrittenIsReadAgain() throws IOException {
    try (Journal journal = Journal.open(file, SEARCH, false)) {
      assertThat(journal.results()).isEmpty();
      journal.append(List.of(SCORED));
      journal.append(List.of(FAILED, scored("gamma=0.8", 1)));
    }
    try (Journal journal = Journal.open(file, SEARCH, true)) {
      assertThat(journal.results()).containsExactly(SCORED, FAILED, scored("gamma=0.8", 1));
      journal.append(List.of(scored("gamma=0.9", .25)));
    }
    assertThat(file)
        .content()
        .startsWith("{\"mf4jJournal\":1,\"seed\":1}\n{\"configuration\":\"gamma=0.5\",\"draw\":0,")
        .endsWith("\"score\":0.25,\"seconds\":1.5}\n");
    assertThat(Files.readAllLines(file)).hasSize(5);
  }

  /** What counts is the number of line feeds before the tear. */
  @Test
  void tornAtAnyByteItHasTheResultsOfItsWholeLinesAndGoesOn() throws IOException {
    try (Journal journal = Journal.open(file, SEARCH, false)) {
      journal.append(List.of(SCORED, FAILED));
    }
    byte[] whole = Files.readAllBytes(file);
    List<TrialResult> results = List.of(SCORED, FAILED);
    for (int length = 0; length < whole.length; length++) {
      byte[] torn = Arrays.copyOf(whole, length);
      Files.write(file, torn);
      int lines = new String(torn, StandardCharsets.UTF_8).split("\n", -1).length - 1;
      int kept = Math.max(0, lines - 1);
      try (Journal journal = Journal.open(file, SEARCH, true)) {
        assertThat(journal.results()).isEqualTo(results.subList(0, kept));
        journal.append(results.subList(kept, 2));
      }
      assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }
  }

  @Test
  void aJournalIsNotOverwrittenUnasked() throws IOException {
    Journal.open(file, SEARCH, false).close();
    assertThatThrownBy(() -> Journal.open(file, SEARCH, false))
        .isInstanceOf(IOException.class)
        .hasMessage(file + " exists; resume it (--resume) or name another file.");
  }

  @Test
  void theJournalOfAnotherSearchIsRefusedAndLeftAlone() throws IOException {
    Journal.open(file, SEARCH, false).close();
    byte[] before = Files.readAllBytes(file);
    assertThatThrownBy(() -> Journal.open(file, Map.of("seed", 2), true))
        .isInstanceOf(IOException.class)
        .hasMessage(
            file + " is the journal of another run (seed 1 there, 2 here); name another file.");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void anotherFileIsRefusedAndLeftAlone() throws IOException {
    for (String text : List.of("a diary\n", "{\"a\":1}\n", "[]\n")) {
      Files.writeString(file, text);
      assertThatThrownBy(() -> Journal.open(file, SEARCH, true))
          .isInstanceOf(IOException.class)
          .hasMessage(file + " is no journal; name another file.");
      assertThat(file).hasContent(text.strip());
    }
    Files.writeString(file, "a diary without an end");
    assertThatThrownBy(() -> Journal.open(file, SEARCH, true)).isInstanceOf(IOException.class);
    assertThat(file).hasContent("a diary without an end");
  }

  @Test
  void aDamagedLineIsNamed() throws IOException {
    try (Journal journal = Journal.open(file, SEARCH, false)) {
      journal.append(List.of(SCORED));
    }
    List<String> damaged =
        List.of(
            "{\"draw\":0}",
            "scrambled",
            "",
            "[]",
            "{\"configuration\":1,\"draw\":0,\"score\":0.5,\"seconds\":1}",
            "{\"configuration\":\"c\",\"draw\":\"x\",\"score\":0.5,\"seconds\":1}",
            "{\"configuration\":\"c\",\"draw\":3000000000,\"score\":0.5,\"seconds\":1}",
            "{\"configuration\":\"c\",\"draw\":0,\"score\":\"high\",\"seconds\":1}",
            "{\"configuration\":\"c\",\"draw\":0,\"failure\":true,\"seconds\":1}",
            "{\"configuration\":\"c\",\"draw\":0,\"score\":0.5,\"seconds\":null}");
    for (String line : damaged) {
      Files.writeString(file, "{\"mf4jJournal\":1,\"seed\":1}\n" + line + "\n");
      assertThatThrownBy(() -> Journal.open(file, SEARCH, true))
          .isInstanceOf(IOException.class)
          .hasMessage(file + ": line 2 is damaged; restore the journal or begin another.");
    }
  }

  @Test
  void oneSearchAtATime() throws IOException {
    Journal first = Journal.open(file, SEARCH, false);
    assertThatThrownBy(() -> Journal.open(file, SEARCH, true))
        .isInstanceOf(IOException.class)
        .hasMessage(file + " is in use by another run; wait or name another file.");
    first.close();
    Journal.open(file, SEARCH, true).close();
  }
}
