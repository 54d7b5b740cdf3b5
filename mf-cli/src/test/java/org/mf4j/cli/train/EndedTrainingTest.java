package org.mf4j.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.cli.CtrlC;
import org.mf4j.models.FittedModel;
import org.mf4j.models.ModelKind;

/** Training in a process of its own, which Ctrl-C ends in the middle. */
class EndedTrainingTest {
  private static final long PATIENCE_SECONDS = 120;

  @TempDir private Path folder;

  @Test
  void ctrlCSavesWhatWasLearnedSoFar() throws IOException, InterruptedException {
    CtrlC.assumeItCanBeSent();
    Path series = folder.resolve("waves.tsv");
    Files.writeString(
        series,
        IntStream.range(0, 20).mapToObj(EndedTrainingTest::wave).collect(Collectors.joining()));
    Path model = folder.resolve("model.zip");
    Path stderr = folder.resolve("stderr");
    Process child =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Dmf.terminal=true",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "org.mf4j.cli.Mf",
                    "train",
                    "--model",
                    "mf-rnn",
                    "--units",
                    "10",
                    "--epochs",
                    "50000",
                    "--train",
                    series.toString(),
                    "--out",
                    model.toString()))
            .redirectOutput(folder.resolve("stdout").toFile())
            .redirectError(stderr.toFile())
            .start();
    while (!Files.readString(stderr).contains("loss")) {
      assertThat(child.isAlive()).as("training is long enough to be ended").isTrue();
      TimeUnit.MILLISECONDS.sleep(20);
    }
    CtrlC.send(child);
    assertThat(child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isEqualTo(130);
    assertThat(Files.readString(stderr))
        .contains(
            "mf: stopped before the last epoch; " + model + " holds what was learned so far.");
    assertThat(FittedModel.load(model).kind()).isEqualTo(ModelKind.MF_RNN);
  }

  private static String wave(int i) {
    return i % 2
        + IntStream.range(0, 20)
            .mapToObj(t -> "\t%.4f".formatted(Math.sin(t * (i % 2 + 1) / 3.0 + i)))
            .collect(Collectors.joining())
        + "\n";
  }
}
