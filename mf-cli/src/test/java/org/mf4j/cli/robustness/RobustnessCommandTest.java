package org.mf4j.cli.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.cli.Run;

/** {@code mf robustness} on the generated control charts. */
class RobustnessCommandTest {
  @TempDir private Path folder;

  private static Run robustness(Object... more) {
    List<Object> words = new ArrayList<>(List.of("robustness", "--units", 10, "--draws", 2));
    words.addAll(List.of(more));
    return Run.mf(words.toArray());
  }

  @Test
  void printsDrawsAndWritesEveryCurve() throws IOException {
    Path json = folder.resolve("scores.json");
    Path report = folder.resolve("report");
    Run run =
        robustness(
            "--model",
            "esn,mf-esn",
            "--vary",
            "programmingNoise=0..0.4/3",
            "--vary",
            "levels=1,4",
            "--refit",
            "--json",
            json,
            "--report",
            report);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().lines())
        .startsWith(
            "ControlCharts: 300 training and 300 test series; 2 draws per model; recurrent layers"
                + " on devices, readout digital")
        .contains("programmingNoise: sigma of writing, of the full range")
        .anyMatch(line -> line.matches("model +readout +as fitted +0 +0.2 +0.4 +1 % lost +10 .*"))
        .anyMatch(line -> line.matches("model +readout +as fitted +4 +1 +1 % lost +10 .*"))
        .anyMatch(line -> line.matches("mf-esn +refit +0\\.\\d{3} \\+- 0\\.\\d{3} .*"))
        .anyMatch(line -> line.matches("Computed by mf4j \\S+, commit \\S+\\."));
    JsonNode results = new ObjectMapper().readTree(json.toFile()).get("results");
    assertThat(results).hasSize(2 * 2 * (1 + 3 + 2));
    assertThat(results.get(0).fieldNames())
        .toIterable()
        .containsExactly("model", "nonideality", "strength", "refit", "mean", "std", "scores");
    assertThat(results.get(0).get("nonideality").textValue()).isEqualTo("none");
    assertThat(results)
        .allSatisfy(result -> assertThat(result.get("scores")).hasSize(2))
        .anySatisfy(
            result -> {
              assertThat(result.get("nonideality").textValue()).isEqualTo("levels");
              assertThat(result.get("refit").booleanValue()).isTrue();
            });
    for (String name : new String[] {"robustness-levels", "robustness-programmingNoise"}) {
      assertThat(report.resolve(name + ".png")).isNotEmptyFile();
      assertThat(report.resolve(name + ".svg")).isNotEmptyFile();
    }
    assertThat(Files.readString(report.resolve("report.html")))
        .contains("programmingNoise: sigma of writing", "10 % lost", "SHA-256, train");
  }

  @Test
  void modelsThatAreTrainedAreTrainedWithNoiseToo() {
    Run run =
        robustness(
            "--models",
            "mf-rnn,esn",
            "--epochs",
            2,
            "--train-noise",
            "0.1",
            "--vary",
            "readNoise=0.1");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().lines())
        .anyMatch(line -> line.matches("mf-rnn\\+noise +units 10.*readNoise 0.1.*"))
        .anyMatch(line -> line.matches("mf-rnn\\+noise +kept +0\\.\\d{3}.*"))
        .noneMatch(line -> line.startsWith("esn+noise"));
  }

  @Test
  void aJournalGoesOnWhenAsked() throws IOException {
    Path journal = folder.resolve("journal.jsonl");
    Object[] words = {"--models", "esn", "--vary", "levels=1", "--journal", journal};
    String first = robustness(words).out();
    List<String> lines = Files.readAllLines(journal);
    assertThat(lines).hasSize(1 + 2 * 2);
    assertThat(robustness(words).err()).contains("exists; resume it (--resume)").hasLineCount(1);
    Files.write(journal, lines.subList(0, 3));
    List<Object> resume = new ArrayList<>(List.of(words));
    resume.add("--resume");
    assertThat(robustness(resume.toArray()).out()).isEqualTo(first);
    assertThat(Files.readAllLines(journal)).hasSize(5);
    // Further strengths go on from what is there.
    resume.addAll(List.of("--vary", "readNoise=0.1"));
    assertThat(robustness(resume.toArray()).out()).contains("readNoise: ");
    assertThat(Files.readAllLines(journal)).hasSize(7).startsWith(lines.get(0), lines.get(1));
  }

  @Test
  void whatIsWrongIsToldInOneLine() {
    assertThat(robustness("--models", "esn").err())
        .startsWith("mf: There is nothing to vary; name --vary NAME=VALUES")
        .hasLineCount(1);
    assertThat(robustness("--vary", "level=1").err()).contains("levels").hasLineCount(1);
    assertThat(robustness("--vary", "levels").err()).contains("is not NAME=VALUE");
    assertThat(robustness("--vary", "stuckOn=1.5").err()).contains("on = 1.5").hasLineCount(1);
    assertThat(robustness("--vary", "stuckOn=.1", "--resume").err()).contains("--journal");
    assertThat(
            robustness("--models", "mf-rnn", "--vary", "stuckOn=.1", "--train-noise", "-1").err())
        .contains("readNoise = -1.0");
  }
}
