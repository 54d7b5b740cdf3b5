package org.mf4j.cli.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.cli.Run;
import org.mf4j.training.EpochListener;
import org.mf4j.training.TrainingState;
import org.nd4j.linalg.factory.Nd4j;

/** What stands between an interrupted training and its end. */
class ResumeTest {
  private static final Map<String, Object> RUN = Map.of("seed", 1);

  @TempDir private Path folder;

  private TrainingState state() {
    return new TrainingState(3, 12, 0.5, 1, Nd4j.ones(1, 4), Nd4j.zeros(1, 8), Optional.empty());
  }

  private ResumableTraining.StateFile file(Map<String, Object> run) {
    return new ResumableTraining.StateFile(folder.resolve("model.zip"), run);
  }

  @Test
  void theStateIsReadAsWritten() throws IOException {
    file(RUN).write(state());
    TrainingState read = file(RUN).read();
    assertThat(read.epochs()).isEqualTo(3);
    assertThat(read.updates()).isEqualTo(12);
    assertThat(read.weights()).isEqualTo(Nd4j.ones(1, 4));
    assertThat(read.best()).isEmpty();
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("model.zip.training"));
    }
  }

  @Test
  void theStateOfAnotherTrainingIsRefused() throws IOException {
    file(RUN).write(state());
    assertThatThrownBy(() -> file(Map.of("seed", 2)).read())
        .hasMessage(
            folder.resolve("model.zip.training")
                + " is the state of another training (seed: 1 there, 2 here); repeat its options"
                + " and data, or leave --resume out to begin anew.");
  }

  @Test
  void whatIsDamagedIsRefused() throws IOException {
    file(RUN).write(state());
    Path path = folder.resolve("model.zip.training");
    byte[] whole = Files.readAllBytes(path);
    for (int length : new int[] {0, 5, 30, whole.length - 1}) {
      Files.write(path, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> file(RUN).read())
          .hasMessage(path + " is damaged; leave --resume out to begin anew.");
    }
    // The length of the weights, behind the run's length and text and 20 bytes.
    byte[] negative = whole.clone();
    negative[24 + ByteBuffer.wrap(whole).getInt()] = -1;
    Files.write(path, negative);
    assertThatThrownBy(() -> file(RUN).read())
        .hasMessage(path + " is damaged; leave --resume out to begin anew.");
  }

  @Test
  void withoutAnInterruptionThereIsNothingToResume(@TempDir Path data) throws IOException {
    Path series = Files.writeString(data.resolve("two.tsv"), "0\t1\t2\n1\t2\t1\n");
    Run run =
        Run.mf(
            "train",
            "--train",
            series,
            "--model",
            "mf-rnn",
            "--resume",
            "--out",
            folder.resolve("model.zip"));
    assertThat(run.exitCode()).isNotZero();
    assertThat(run.err().strip())
        .endsWith(
            "mf: "
                + folder.resolve("model.zip.training")
                + " is not there, so no training was interrupted; leave --resume out to begin one.");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void trainingWithNoiseLeavesNoState() throws IOException {
    ResumableTraining training = new ResumableTraining(file(RUN), false);
    training.telling(EpochListener.NONE).onStopped(state());
    assertThat(training.isStopped()).isTrue();
    assertThat(training.keep(true)).contains("noise");
    assertThat(folder).isEmptyDirectory();
    assertThat(training.keep(false)).contains("--resume");
    assertThat(new ResumableTraining(file(RUN), true).telling(EpochListener.NONE).resumed())
        .get()
        .extracting(TrainingState::epochs)
        .isEqualTo(3);
    training.forget();
    assertThat(folder).isEmptyDirectory();
  }
}
