package org.mf4j.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.cli.Run;

class ModelCardTest {
  @TempDir private Path folder;
  private Path data;

  /** Ten rising and ten falling series, and the slope of each. */
  @BeforeEach
  void series() throws IOException {
    data =
        Files.writeString(
            folder.resolve("ramps.csv"),
            IntStream.range(0, 20)
                .mapToObj(
                    i ->
                        "%s,%d,%d,%d,%d"
                            .formatted(i % 2 == 0 ? "up" : "down", 0, i * s(i), 2 * i * s(i), s(i)))
                .collect(Collectors.joining("\n", "kind,t0,t1,t2,slope\n", "\n")));
  }

  private static int s(int i) {
    return i % 2 == 0 ? 1 : -1;
  }

  private String card(String model, String... more) throws IOException {
    Path card = folder.resolve("card.html");
    Object[] words =
        Stream.concat(
                Stream.of(
                    "train",
                    "--model",
                    model,
                    "--train",
                    data,
                    "--units",
                    8,
                    "--epochs",
                    2,
                    "--out",
                    folder.resolve("model.zip"),
                    "--card",
                    card),
                Stream.of(more))
            .toArray();
    Run run = Run.mf(words);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return Files.readString(card);
  }

  @Test
  void aReservoirIsDescribedWithScoresProbabilitiesAndItsStability() throws IOException {
    assertThat(card("mf-esn", "--label", "kind"))
        .contains(
            "Model card: MF-ESN on ramps",
            "one of down, up",
            "5-fold cross-validation",
            "<td>accuracy</td>",
            "baseline, majority class",
            "log loss",
            "expected calibration error",
            "2 classes (down: 10, up: 10)",
            "SHA-256",
            "Verdict: ",
            "<dt>gamma</dt>",
            "<dt>seed</dt>",
            "./mf train --model mf-esn")
        .contains("alt=\"Series that the models had not seen", "alt=\"How often predictions");
  }

  @Test
  void numbersHaveNoProbabilitiesAndAnLstmNoTheory() throws IOException {
    assertThat(card("lstm", "--target", "slope", "--channels", "t0,t1,t2"))
        .contains("predicts a number", "<td>rmse</td>", "No theory: ", "numbers from -1.0 to 1.0")
        .doesNotContain("log loss");
  }

  @Test
  void aCardThatCannotBeWrittenIsRefusedBeforeTraining() {
    Path out = folder.resolve("model.zip");
    Run run = Run.mf("train", "--model", "esn", "--train", data, "--out", out, "--card", folder);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--card ").contains("is not a regular file");
    assertThat(out).doesNotExist();
  }
}
