package org.mf4j.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.Mf;
import org.mf4j.cli.Run;
import picocli.CommandLine;

/** A model that tells up from down, asked line by line and over HTTP. */
class ServeTest {
  private static final String UP = "0,2,3,4";
  private static final String DOWN = "{\"series\": [4, 3, 2, 0]}";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static SavedModel model;
  private static ModelServer server;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException, InterruptedException {
    double[][][] ramps = {{{0, 1, 2, 4}}, {{4, 3, 1, 0}}, {{1, 2, 3, 5}}, {{5, 3, 2, 0}}};
    Path file = folder.resolve("model.zip");
    Mf.classifier().fit(ramps, new String[] {"up", "down", "up", "down"}).save(file);
    model = SavedModel.load(file, true);
    server =
        new ModelServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            model::answer,
            ServeCommand.card(model.model()),
            ModelServer.Limits.USUAL);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private static HttpRequest predict(String body) {
    return to("/predict").POST(HttpRequest.BodyPublishers.ofString(body)).build();
  }

  private static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  @Test
  void everySeriesHasALineOfItsFormat() throws IOException, InterruptedException {
    HttpResponse<String> csv = send(predict(UP + "\n4,3,2,0\n"));
    assertThat(csv.statusCode()).isEqualTo(200);
    assertThat(csv.body().lines())
        .satisfiesExactly(
            up -> assertThat(up).matches("up,[01]\\.\\d{6},[01]\\.\\d{6}"),
            down -> assertThat(down).startsWith("down,"));
    HttpResponse<String> json = send(predict(DOWN));
    assertThat(json.headers().firstValue("content-type")).contains("application/x-ndjson");
    assertThat(json.body())
        .startsWith("{\"prediction\":\"down\",\"probabilities\":{\"down\":")
        .endsWith("}}\n");
  }

  @Test
  void blankLinesAreLeftOut() throws IOException, InterruptedException {
    HttpResponse<String> answer = send(predict("\n0,1,2,3\r\n\n0,1,2,3\n\n"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().lines()).hasSize(2).doesNotContain("");
  }

  @Test
  void answersToStandardInputGoToNoFile() {
    Run run =
        Run.mf("predict", "--model-file", "any.zip", "--input", "-", "--out", "predictions.csv");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--out predictions.csv: answers to standard input go to");
  }

  @Test
  void whatIsWrongIsOneSentence() throws IOException, InterruptedException {
    assertThat(send(predict("0,x,1")))
        .satisfies(answer -> refused(answer, 400, "\"x\" is no number"));
    assertThat(send(predict("{\"series\": 3}")))
        .satisfies(answer -> refused(answer, 400, "an array per channel"));
    assertThat(send(predict("{\"series\""))).satisfies(answer -> refused(answer, 400, "no JSON"));
    assertThat(send(predict("1,2,?,4")))
        .satisfies(answer -> refused(answer, 400, "a missing value"));
    assertThat(send(predict("1,2:3,4"))).satisfies(answer -> refused(answer, 400, "channel"));
    assertThat(send(predict("0,1,2\n\n0,x,1")))
        .satisfies(answer -> refused(answer, 400, "line 3: \"x\" is no number"));
    assertThat(send(to("/nothing").build()))
        .satisfies(answer -> refused(answer, 404, "POST /predict"));
    assertThat(send(predict("1".repeat(ModelServer.LARGEST + 1))))
        .satisfies(answer -> refused(answer, 413, "at most"));
  }

  private static void refused(HttpResponse<String> answer, int status, String words) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body().lines()).hasSize(1).first().asString().contains(words);
  }

  @Test
  void manyMayAskAtOnce() {
    List<CompletableFuture<HttpResponse<String>>> answers =
        IntStream.range(0, 40)
            .mapToObj(
                i -> CLIENT.sendAsync(predict(i % 2 == 0 ? UP : DOWN), BodyHandlers.ofString()))
            .toList();
    for (int i = 0; i < answers.size(); i++) {
      assertThat(answers.get(i).join().body()).contains(i % 2 == 0 ? "up," : "\"down\"");
    }
  }

  private static ModelServer slow(UnaryOperator<String> model, Duration work) throws IOException {
    return new ModelServer(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        model,
        "",
        new ModelServer.Limits(1, Duration.ZERO, work));
  }

  private static HttpRequest lines(ModelServer server, String body) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/predict"))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  @Test
  void whoFindsNoPlaceIsToldToTryAgain() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch open = new CountDownLatch(1);
    UnaryOperator<String> closed =
        line -> {
          asked.countDown();
          await(open);
          return "answer";
        };
    try (ModelServer one = slow(closed, Duration.ofMinutes(1))) {
      CompletableFuture<HttpResponse<String>> first =
          CLIENT.sendAsync(lines(one, "1"), BodyHandlers.ofString());
      await(asked);
      refused(send(lines(one, "2")), 503, "try again");
      open.countDown();
      assertThat(first.get().body()).isEqualTo("answer\n");
      assertThat(send(lines(one, "3")).statusCode()).isEqualTo(200);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every line takes longer than all may. */
  @Test
  void whatTakesTooLongIsGivenUp() throws IOException, InterruptedException {
    AtomicInteger computed = new AtomicInteger();
    UnaryOperator<String> slow =
        line -> {
          computed.incrementAndGet();
          LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
          return line;
        };
    try (ModelServer one = slow(slow, Duration.ofMillis(1))) {
      refused(send(lines(one, "1\n".repeat(1000))), 413, "fewer lines");
      assertThat(computed).hasValueLessThan(1000);
    }
  }

  @Test
  void healthAndTheModelAreTold() throws IOException, InterruptedException {
    assertThat(send(to("/health").build()).body()).isEqualTo("{\"status\":\"ok\"}\n");
    assertThat(send(to("/").build()).body()).contains("<h1>", "down, up");
  }

  /** The second line is asked for only after the answer to the first has been seen. */
  @Test
  void aStreamIsAnsweredLineByLine() throws IOException {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        new CommandLine(new PredictCommand())
            .setOut(new PrintWriter(new BufferedWriter(out)))
            .setErr(new PrintWriter(err));
    InputStream patient =
        new InputStream() {
          private final InputStream first = stream(UP + "\n");
          private final InputStream second = stream("oh\n" + DOWN + "\n");

          @Override
          public int read() throws IOException {
            int next = first.read();
            return next >= 0 ? next : second.read();
          }

          @Override
          public int read(byte[] bytes, int from, int length) throws IOException {
            int count = first.read(bytes, from, length);
            if (count < 0) {
              assertThat(out.toString()).startsWith("up,");
              return second.read(bytes, from, length);
            }
            return count;
          }
        };
    assertThat(new PredictCommand.LineAnswers(model, command).answer(patient)).isEqualTo(2);
    assertThat(out.toString().lines())
        .satisfiesExactly(
            up -> assertThat(up).startsWith("up,"),
            bad -> assertThat(bad).isEmpty(),
            down -> assertThat(down).startsWith("{\"prediction\":\"down\""));
    assertThat(err.toString())
        .isEqualTo("mf: line 2: \"oh\" is no number." + System.lineSeparator());
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
