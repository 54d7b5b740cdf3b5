package org.mf4j.cli.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.cli.Run;

/** {@code mf archive} on a folder with sets of two names of the UCR archive, and others. */
class ArchiveCommandTest {
  @TempDir private Path folder;
  private Path data;

  @BeforeEach
  void writeSets() throws IOException {
    data = Files.createDirectory(folder.resolve("data"));
    for (String part : List.of("TRAIN", "TEST")) {
      write("Beef", part, "@classLabel true high low", "1,1,?:high", "0,0,0:low", "1,1,1:high");
      write("Trace", part, "@classLabel true high low", "1,1,2:high", "0,0,0:low", "1,2,1:high");
      write("Numbers", part, "@targetLabel true", "1,1,1:2.5", "0,0,0:1", "1,1:2");
      write("Spoilt", part, "@classLabel true high low", "1,x,1:high");
    }
  }

  private void write(String name, String part, String... lines) throws IOException {
    String header = lines[0] + "\n@data\n";
    Files.writeString(
        Files.createDirectories(data.resolve(name)).resolve(name + "_" + part + ".ts"),
        header
            + String.join("\n", List.of(lines).subList(1, lines.length))
            + "\n0,0,0:"
            + (name.equals("Numbers") ? "1" : "low")
            + "\n");
  }

  private Run archive(Object... more) {
    List<Object> words = new ArrayList<>(List.of("archive", "--data-dir", data));
    words.addAll(List.of("--units", 5, "--trials", 2));
    words.addAll(List.of(more));
    return Run.mf(words.toArray());
  }

  @Test
  void tellsEverySetAndWritesEveryFormat() throws IOException {
    Path beside = Files.writeString(folder.resolve("mine.csv"), "set,Mine\nBeef,.5\nTrace,.75\n");
    Path out = folder.resolve("out");
    Run run = archive("--models", "esn,hetero-mf-esn", "--beside", beside, "--out", out);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .startsWith("4 data sets; esn, hetero-mf-esn; 2 trials each")
        .anyMatch(
            line ->
                line.matches(
                    "Beef: esn \\S+ \\+- \\S+; hetero-mf-esn \\S+ \\+- \\S+; 2 missing values"
                        + " interpolated"))
        .anyMatch(line -> line.matches("Numbers: esn .*; unequal lengths masked"))
        .anyMatch(line -> line.matches("Spoilt: not read: .*line 3.*"))
        .anyMatch(line -> line.matches("Mine +0\\.6250 +\\d\\.\\d\\d"))
        .anyMatch(line -> line.matches("hetero MF-ESN +InceptionTime +2 +[+-].*"));
    String markdown = Files.readString(out.resolve("archive.md"));
    assertThat(markdown)
        .contains(
            "| Beef | 4/4 | 3 | 1 | 2 | ", " | 0.867 | 0.833 | 0.767 | 0.833 | 0.667 | 0.500 | ")
        .contains("| Numbers | 4/4 | 2-3 | 1 | numbers | ")
        .contains("github.com/angus924/minirocket", "./mf archive --data-dir ");
    // Ranks, and each of two models against those after it: 1 + 7 + 6 pictures.
    assertThat(Files.readString(out.resolve("archive.html")).split("<img ", -1)).hasSize(15);
    assertThat(out.resolve("critical-difference.png")).isNotEmptyFile();
    assertThat(out.resolve("hetero-mf-esn-against-mine.svg")).isNotEmptyFile();
    List<String> csv = Files.readAllLines(out.resolve("archive.csv"));
    assertThat(csv).hasSize(5);
    assertThat(csv.get(1)).startsWith("Beef,4,4,3,3,1,2,2,");
    JsonNode json = new ObjectMapper().readTree(out.resolve("archive.json").toFile());
    assertThat(json.get("sets").findValuesAsText("set"))
        .containsExactly("Beef", "Numbers", "Spoilt", "Trace");
    assertThat(json.at("/sets/0/results/1/trials")).hasSize(2);
    assertThat(json.at("/comparisons/0/found/sets").intValue()).isEqualTo(2);
  }

  @Test
  void aJournalGoesOn() throws IOException {
    Path journal = folder.resolve("journal.jsonl");
    String first = archive("--models", "esn", "--journal", journal).out();
    List<String> lines = Files.readAllLines(journal);
    assertThat(lines).hasSize(1 + 3 * 2);
    assertThat(archive("--models", "esn", "--journal", journal).out()).isEqualTo(first);
    assertThat(Files.readAllLines(journal)).isEqualTo(lines);
  }

  @Test
  void oneNameForTwoMethodsIsRefused() throws IOException {
    Path beside = Files.writeString(folder.resolve("mine.csv"), "set,ROCKET\nBeef,.5\n");
    Run run = archive("--beside", beside);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("\"ROCKET\" is the name of a published method or a model here");
  }

  @Test
  void wrongSettingsAreToldBeforeAnythingIsFitted() {
    Run run = archive("--models", "esn", "--set", "gamma=.5");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("gamma");
  }

  @Test
  void aFolderWithoutSetsIsRefused() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Run run = Run.mf("archive", "--data-dir", empty);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("holds no file NAME/NAME_TRAIN.ts");
  }
}
