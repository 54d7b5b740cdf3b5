package org.mf4j.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.cli.Run;

/** {@code --ui}: the page has the scores of the training, and goes with the command. */
class TrainingPageTest {
  private static final int PATIENCE_SECONDS = 120;
  private static final String UI_JARS = ".*(deeplearning4j-(ui|vertx)|vertx-).*";

  @TempDir private Path folder;
  private Process child;

  @AfterEach
  void endTheChild() {
    child.destroyForcibly();
  }

  @Test
  void thePageHasTheScoresUntilEnterIsPressed() throws IOException, InterruptedException {
    int port = freePort();
    start("-Dmf.terminal=true", "-Dorg.deeplearning4j.ui.port=" + port);
    await("Press Enter");
    assertThat(Files.readString(stderr())).contains("http://localhost:" + port + "/train/overview");
    awaitScores(port);
    assertThat(child.isAlive()).isTrue();

    child.getOutputStream().write('\n');
    child.getOutputStream().close();
    assertThat(child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isZero();
    assertThat(folder.resolve("model.zip")).exists();
  }

  @Test
  void withoutItsJarsOneSentenceSaysSo() throws IOException, InterruptedException {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.matches(UI_JARS))
            .collect(Collectors.joining(File.pathSeparator));
    start("-cp", classPath);
    assertThat(child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isEqualTo(2);
    assertThat(Files.readString(stderr())).contains("mf: ui: deeplearning4j-ui is not on");
    assertThat(folder.resolve("model.zip")).doesNotExist();
  }

  /** The last class path that Java is given counts. */
  private void start(String... jvm) throws IOException {
    Path series = folder.resolve("series.csv");
    Files.writeString(series, "a,0,1,0,1\nb,1,0,1,0\na,0,1,0,2\nb,2,0,1,0\n");
    List<String> words =
        List.of(
            "train",
            "--ui",
            "--model",
            "mf-rnn",
            "--units",
            "5",
            "--epochs",
            "50",
            "--label",
            "1",
            "--train",
            series.toString(),
            "--out",
            folder.resolve("model.zip").toString());
    List<String> command = Run.process(List.of(), words);
    int main = command.indexOf("org.mf4j.cli.Mf");
    command.addAll(main, List.of(jvm));
    child =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve("stdout").toFile())
            .redirectError(stderr().toFile())
            .start();
  }

  private Path stderr() {
    return folder.resolve("stderr");
  }

  private void await(String words) throws IOException, InterruptedException {
    while (!Files.readString(stderr()).contains(words)) {
      assertThat(child.isAlive()).as(Files.readString(stderr())).isTrue();
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  /** The server takes its time with what was sent to it. */
  private static void awaitScores(int port) throws IOException, InterruptedException {
    String data = "";
    for (int attempt = 0; attempt < 100 && !data.contains("\"scores\" : [ 0."); attempt++) {
      TimeUnit.MILLISECONDS.sleep(100);
      data = get(port, "/train/overview/data");
    }
    assertThat(data).contains("\"scores\" : [ 0.");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String get(int port, String path) throws IOException, InterruptedException {
    URI address = URI.create("http://localhost:" + port + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
        .body();
  }
}
