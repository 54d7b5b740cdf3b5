package org.mf4j.cli.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.Mf;
import org.mf4j.cli.Run;
import org.mf4j.data.series.DataException;
import org.mf4j.files.WholeFile;
import picocli.CommandLine;

/** Files come into a folder while it is watched. */
class WatchedFolderTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<String> predicted = new CopyOnWriteArrayList<>();
  private final AtomicBoolean stop = new AtomicBoolean();
  private final ExecutorService thread = Executors.newSingleThreadExecutor();

  @TempDir private Path root;
  private Path folder;
  private Path answers;

  @BeforeEach
  void makeFolders() throws IOException {
    folder = Files.createDirectory(root.resolve("in"));
    answers = Files.createDirectory(root.resolve("out"));
  }

  @AfterEach
  void end() throws InterruptedException {
    stop.set(true);
    thread.shutdown();
    assertThat(thread.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
  }

  /** The answer to a file is its content; {@code bad} has none. */
  private String predict(Path file, WholeFile to) throws IOException {
    String content = Files.readString(file);
    predicted.add(file.getFileName() + " " + content);
    if (content.equals("bad")) {
      throw new DataException("line 1: there is no series.");
    }
    to.write(part -> Files.writeString(part, content));
    return "Predicted";
  }

  private Future<Integer> watch() {
    CommandLine command =
        new CommandLine(new PredictCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));
    return thread.submit(
        () -> new WatchedFolder(folder, answers, this::predict, command).watch(stop::get));
  }

  private static void until(Callable<Boolean> holds) throws Exception {
    Instant end = Instant.now().plusSeconds(60);
    while (!holds.call()) {
      assertThat(Instant.now()).isBefore(end);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private boolean isAnswered(String name, String content) throws IOException {
    Path answer = answers.resolve(name + ".predictions.csv");
    return Files.exists(answer) && Files.readString(answer).equals(content);
  }

  @Test
  void whatComesAndWhatChangesIsAnswered() throws Exception {
    Files.writeString(folder.resolve("there.csv"), "0");
    Future<Integer> watching = watch();
    until(() -> isAnswered("there.csv", "0"));
    Files.writeString(folder.resolve("new.ts"), "1");
    Files.writeString(folder.resolve("notes.md"), "2");
    Files.writeString(folder.resolve(".hidden.csv"), "3");
    until(() -> isAnswered("new.ts", "1"));
    Files.writeString(folder.resolve("new.ts"), "11");
    until(() -> isAnswered("new.ts", "11"));
    stop.set(true);
    assertThat(watching.get()).isEqualTo(3);
    assertThat(out.toString().lines())
        .containsExactly("there.csv: Predicted", "new.ts: Predicted", "new.ts: Predicted");
    assertThat(predicted).containsExactly("there.csv 0", "new.ts 1", "new.ts 11");
    try (var files = Files.list(answers)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void aBadFileIsASentenceAndTheNextIsAnswered() throws Exception {
    Future<Integer> watching = watch();
    Files.writeString(folder.resolve("a.csv"), "bad");
    until(() -> err.toString().contains("a.csv: line 1: there is no series."));
    Files.writeString(folder.resolve("b.csv"), "4");
    until(() -> isAnswered("b.csv", "4"));
    stop.set(true);
    assertThat(watching.get()).isEqualTo(1);
    assertThat(predicted).containsExactly("a.csv bad", "b.csv 4");
    assertThat(err.toString().lines()).hasSize(1);
  }

  @Test
  void aNewStartLeavesAloneWhatIsAnswered() throws Exception {
    answers = folder;
    Path old = Files.writeString(folder.resolve("old.csv"), "5");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(60)));
    Files.writeString(folder.resolve("old.csv.predictions.csv"), "5");
    Future<Integer> watching = watch();
    Files.writeString(folder.resolve("new.csv"), "6");
    until(() -> isAnswered("new.csv", "6"));
    stop.set(true);
    assertThat(watching.get()).isEqualTo(1);
    assertThat(predicted).containsExactly("new.csv 6");
  }

  @Test
  void aFolderThatDisappearsEndsIt() throws Exception {
    Future<Integer> watching = watch();
    Files.writeString(folder.resolve("a.csv"), "7");
    until(() -> isAnswered("a.csv", "7"));
    Files.delete(folder.resolve("a.csv"));
    Files.delete(folder);
    assertThatThrownBy(watching::get).hasCauseInstanceOf(NoSuchFileException.class);
  }

  @Test
  void theCommandWantsAFolderOrAFile() throws Exception {
    Path model = root.resolve("model.zip");
    double[][][] ramps = {{{0, 1, 2}}, {{2, 1, 0}}, {{0, 2, 3}}, {{4, 2, 1}}};
    Mf.classifier().fit(ramps, new String[] {"up", "down", "up", "down"}).save(model);
    Run none = Run.mf("predict", "--model-file", model);
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).contains("either --input FILE or --watch FOLDER");
    Run absent = Run.mf("predict", "--model-file", model, "--watch", root.resolve("absent"));
    assertThat(absent.exitCode()).isEqualTo(2);
    assertThat(absent.err()).contains("there is no such folder");
  }
}
