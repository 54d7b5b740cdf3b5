package org.mf4j.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.cli.CtrlC;
import org.mf4j.cli.Run;
import org.mf4j.models.FittedModel;
import org.mf4j.models.ModelKind;

/** Training in a process of its own, which Ctrl-C ends in the middle. */
class EndedTrainingTest {
  private static final long PATIENCE_SECONDS = 120;
  private static final int EPOCHS_TO_END = 50_000;

  /** Some seconds: more than the bar takes to show the first. */
  private static final int EPOCHS_TO_FINISH = 8_000;

  @TempDir private Path folder;

  @Test
  void ctrlCSavesWhatWasLearnedSoFar() throws IOException, InterruptedException {
    CtrlC.assumeItCanBeSent();
    Path model = folder.resolve("model.zip");
    assertThat(end(start(train(model, EPOCHS_TO_END)))).isEqualTo(130);
    assertThat(Files.readString(stderr()))
        .contains(
            "mf: stopped before the last epoch; "
                + model
                + " holds what was learned so far; go on with --resume.");
    assertThat(FittedModel.load(model).kind()).isEqualTo(ModelKind.MF_RNN);
    assertThat(folder.resolve("model.zip.training")).isRegularFile();
  }

  @Test
  void resumedItEndsWithTheNumbersOfARunInOneGo() throws IOException, InterruptedException {
    CtrlC.assumeItCanBeSent();
    Path model = folder.resolve("model.zip");
    assertThat(end(start(train(model, EPOCHS_TO_FINISH)))).isEqualTo(130);
    List<String> again = new ArrayList<>(train(model, EPOCHS_TO_FINISH));
    again.add("--resume");
    Run resumed = Run.mf(again.toArray());
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(folder.resolve("model.zip.training")).doesNotExist();
    Path whole = folder.resolve("whole.zip");
    assertThat(Run.mf(train(whole, EPOCHS_TO_FINISH).toArray()).exitCode()).isZero();
    assertThat(bits(model)).isEqualTo(bits(whole));
  }

  private static float[] bits(Path model) throws IOException {
    return FittedModel.load(model).network().params().dup().data().asFloat();
  }

  private Path stderr() {
    return folder.resolve("stderr");
  }

  private List<String> train(Path model, int epochs) throws IOException {
    Path series = folder.resolve("waves.tsv");
    Files.writeString(
        series,
        IntStream.range(0, 20).mapToObj(EndedTrainingTest::wave).collect(Collectors.joining()));
    return List.of(
        "train",
        "--model",
        "mf-rnn",
        "--units",
        "10",
        "--epochs",
        Integer.toString(epochs),
        "--train",
        series.toString(),
        "--out",
        model.toString());
  }

  private Process start(List<String> words) throws IOException {
    return new ProcessBuilder(Run.process(List.of("-Dmf.terminal=true"), words))
        .redirectOutput(folder.resolve("stdout").toFile())
        .redirectError(stderr().toFile())
        .start();
  }

  /** Sends Ctrl-C as soon as an epoch is shown; returns the exit code. */
  private int end(Process child) throws IOException, InterruptedException {
    while (!Files.readString(stderr()).contains("loss")) {
      assertThat(child.isAlive()).as("training is long enough to be ended").isTrue();
      TimeUnit.MILLISECONDS.sleep(20);
    }
    CtrlC.send(child);
    assertThat(child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return child.exitValue();
  }

  private static String wave(int i) {
    return i % 2
        + IntStream.range(0, 20)
            .mapToObj(t -> "\t%.4f".formatted(Math.sin(t * (i % 2 + 1) / 3.0 + i)))
            .collect(Collectors.joining())
        + "\n";
  }
}
