package org.mf4j.data.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mf4j.data.DataException;
import org.mf4j.data.Datasets;
import org.mf4j.data.TrainTest;

/** The whole way of a download, against a server on this machine that does what servers do. */
@Timeout(60)
class DownloadTest {
  private static final String TRAIN = "@classLabel true a b\n@data\n1,2:a\n3,4:b\n";
  private static final String TEST = "@classLabel true a b\n@data\n5,6:b\n";
  private static final DownloadLimits SMALL =
      new DownloadLimits(200_000, 300_000, 10, Duration.ofMillis(1500), Duration.ofMillis(400));

  @TempDir Path root;
  private final CountDownLatch testIsOver = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private Path cache;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    cache = root.resolve("some/cache");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    testIsOver.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void downloadsOnceReportsProgressAndKeepsOnlyTheDataFiles() throws IOException {
    byte[] zip =
        zip(
            Map.of(
                "Mine_TRAIN.ts", TRAIN,
                "Mine_TEST.ts", TEST,
                "Mine_TRAIN.arff", "unused",
                "Mine.txt", "unused",
                "folder/Mine_eq_TRAIN.ts", TRAIN,
                "folder/Mine_eq_TEST.ts", TEST));
    List<String> paths = serve(exchange -> answer(exchange, 200, zip));
    List<Long> done = new ArrayList<>();
    DownloadListener listener =
        (name, bytes, total) -> {
          assertThat(name).isEqualTo("Mine");
          assertThat(total).isEqualTo(zip.length);
          done.add(bytes);
        };
    TrainTest sets = places().read("Mine", listener);
    assertThat(sets.train().series().get(1).channels()).isDeepEqualTo(new double[][] {{3, 4}});
    assertThat(sets.test().size()).isEqualTo(1);
    assertThat(done).isSorted().last().isEqualTo((long) zip.length);
    places().read("Mine");
    places().read("Mine_eq");
    assertThat(paths).containsExactly("/sets/Mine.zip");
    assertThat(files())
        .containsExactly(
            "Mine",
            "Mine/Mine_TEST.ts",
            "Mine/Mine_TRAIN.ts",
            "Mine/Mine_eq_TEST.ts",
            "Mine/Mine_eq_TRAIN.ts");
  }

  @Test
  void theEqualLengthVersionComesInTheZipOfTheSet() throws IOException {
    byte[] zip = zip(Map.of("Mine_eq_TRAIN.ts", TRAIN, "Mine_eq_TEST.ts", TEST));
    List<String> paths = serve(exchange -> answer(exchange, 200, zip));
    assertThat(places().read("Mine_eq").train().size()).isEqualTo(2);
    assertThat(paths).containsExactly("/sets/Mine.zip");
  }

  @Test
  void followsRedirections() throws IOException {
    byte[] zip = good("Mine");
    serve(
        exchange -> {
          if (exchange.getRequestURI().getPath().startsWith("/sets/")) {
            exchange.getResponseHeaders().add("Location", "/elsewhere.zip");
            answer(exchange, 302, new byte[0]);
          } else {
            answer(exchange, 200, zip);
          }
        });
    assertThat(places().read("Mine").train().size()).isEqualTo(2);
  }

  @Test
  void aWebPageWithStatus200MeansThatThereIsNoSuchSet() throws IOException {
    serve(exchange -> answer(exchange, 200, bytes("<!DOCTYPE html><html>Home</html>")));
    assertNoSuchSet();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PK", "<html>"})
  void aShortAnswerIsNoZip(String body) throws IOException {
    serve(exchange -> answer(exchange, 200, bytes(body)));
    assertNoSuchSet();
  }

  @Test
  void status404MeansThatThereIsNoSuchSet() throws IOException {
    serve(exchange -> answer(exchange, 404, bytes("not found")));
    assertNoSuchSet();
  }

  private void assertNoSuchSet() throws IOException {
    assertThatThrownBy(() -> places().read("GunPiont"))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "There is no data set \"GunPiont\" in %s, %s; did you mean \"GunPoint\"?"
                .formatted(cache, address()));
    assertThatThrownBy(() -> places().read("Qqqqqqqqqq"))
        .hasMessageEndingWith("; see https://timeseriesclassification.com for the names.");
    assertThat(files()).isEmpty();
  }

  @Test
  void aWebPageForAKnownSetIsTheServersFault() throws IOException {
    serve(exchange -> answer(exchange, 200, bytes("<html>log in to this network</html>")));
    assertRefused("ECG5000", "the server did not send the zip of this set, which it has");
  }

  @Test
  void status500IsToldWithWhatToDo() throws IOException {
    serve(exchange -> answer(exchange, 500, bytes("oops")));
    assertRefused("Mine", "the server answers with status 500");
  }

  @Test
  void anAnswerThatBreaksOffLeavesNothing() throws IOException {
    byte[] zip = good("Mine");
    serve(
        exchange -> {
          exchange.sendResponseHeaders(200, zip.length);
          exchange.getResponseBody().write(zip, 0, zip.length / 2);
          exchange.close();
        });
    assertRefused("Mine", "");
  }

  @Test
  void aZipThatIsCutOffLeavesNothing() throws IOException {
    byte[] zip = good("Mine");
    serve(exchange -> answer(exchange, 200, Arrays.copyOf(zip, zip.length - 30)));
    assertRefused("Mine", "the zip is damaged or incomplete");
  }

  @Test
  void aFlippedBitIsNoticed() throws IOException {
    byte[] zip = stored("Mine_TRAIN.ts", TRAIN, "Mine_TEST.ts", TEST);
    int value = new String(zip, StandardCharsets.ISO_8859_1).indexOf("1,2:a");
    zip[value] = '7';
    serve(exchange -> answer(exchange, 200, zip));
    assertRefused("Mine", "Mine_TRAIN.ts has a wrong checksum");
  }

  @Test
  void filesOfAKnownSetMustHaveTheKnownDigests() throws IOException {
    serve(exchange -> answer(exchange, 200, good("GunPoint")));
    // printf '@classLabel true a b\n@data\n1,2:a\n3,4:b\n' | sha256sum, and the known set's.
    String found = "SHA-256 (\\w{64}), expected (f8424017|79332750)\\w{56}";
    assertThatThrownBy(() -> places().read("GunPoint"))
        .isInstanceOf(DataException.class)
        .hasMessageMatching("(?s).*GunPoint_(TRAIN|TEST).ts has the " + found + "\\); put .*");
    assertThat(files()).isEmpty();
  }

  @Test
  void theDigestIsCheckedForEveryFileThatStays() throws IOException {
    byte[] zip =
        zip(
            Map.of(
                "Mine_TRAIN.ts", TRAIN,
                "Mine_TEST.ts", TEST,
                "GunPoint_TRAIN.ts", TRAIN));
    serve(exchange -> answer(exchange, 200, zip));
    assertRefused("Mine", "GunPoint_TRAIN.ts has the SHA-256");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../Evil_TRAIN.ts",
        "a/../../Evil_TRAIN.ts",
        "/tmp/Evil_TRAIN.ts",
        "..\\Evil_TRAIN.ts",
        "C:\\Evil_TRAIN.ts",
        "a/../../readme"
      })
  void aPathThatLeadsOutOfTheZipIsRefused(String evil) throws IOException {
    byte[] zip = zip(Map.of("Mine_TRAIN.ts", TRAIN, "Mine_TEST.ts", TEST, evil, "evil"));
    serve(exchange -> answer(exchange, 200, zip));
    assertRefused("Mine", "the zip is malicious: it has a file outside its folder");
    assertThat(filesIn(root)).containsExactly("some", "some/cache");
  }

  @Test
  void aBombIsRefusedWhileItUnpacks() throws IOException {
    String zeros = "0".repeat(1_000_000);
    byte[] zip = zip(Map.of("Mine_TRAIN.ts", zeros, "Mine_TEST.ts", TEST));
    assertThat(zip.length).isLessThan(10_000);
    serve(exchange -> answer(exchange, 200, zip));
    assertRefused("Mine", "the zip unpacks to more than 300000 bytes");
  }

  @Test
  void anEndlessAnswerIsRefused() throws IOException {
    byte[] start = good("Mine");
    serve(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(start);
          byte[] zeros = new byte[10_000];
          while (testIsOver.getCount() > 0) {
            exchange.getResponseBody().write(zeros);
          }
        });
    assertRefused("Mine", "the zip is larger than 200000 bytes");
  }

  @Test
  void tooManyEntriesAreRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (int i = 0; i < 11; i++) {
        out.putNextEntry(new ZipEntry("file" + i));
      }
    }
    serve(exchange -> answer(exchange, 200, bytes.toByteArray()));
    assertRefused("Mine", "the zip has more than 10 entries");
  }

  @Test
  void oneFileTwiceIsRefused() throws IOException {
    byte[] zip = zip(Map.of("Mine_TRAIN.ts", TRAIN, "a/Mine_TRAIN.ts", TEST));
    serve(exchange -> answer(exchange, 200, zip));
    assertRefused("Mine", "the zip has Mine_TRAIN.ts twice");
  }

  @Test
  void aZipWithoutTheSetIsRefused() throws IOException {
    serve(exchange -> answer(exchange, 200, zip(Map.of("Mine_TRAIN.ts", TRAIN))));
    assertRefused("Mine", "the zip has no file Mine_TEST.ts");
  }

  @Test
  void aServerThatNeverAnswersIsGivenUp() throws IOException {
    serve(exchange -> awaitTheEnd());
    assertRefused("Mine", "takes too long");
  }

  /** Several times, for two threads meet here. */
  @RepeatedTest(5)
  void aServerThatStopsInTheMiddleIsGivenUp() throws IOException {
    byte[] zip = good("Mine");
    serve(
        exchange -> {
          exchange.sendResponseHeaders(200, zip.length);
          exchange.getResponseBody().write(zip, 0, 100);
          exchange.getResponseBody().flush();
          awaitTheEnd();
        });
    assertRefused("Mine", "takes too long: the server sent nothing for 0.4 s");
  }

  @Test
  void aSlowServerThatGoesOnIsWaitedFor() throws IOException {
    byte[] zip = good("Mine");
    serve(
        exchange -> {
          exchange.sendResponseHeaders(200, zip.length);
          for (int i = 0; i < zip.length; i++) {
            exchange.getResponseBody().write(zip[i]);
            if (i % 60 == 0) {
              exchange.getResponseBody().flush();
              pause();
            }
          }
          exchange.close();
        });
    assertThat(places().read("Mine").train().size()).isEqualTo(2);
  }

  @Test
  void downloadsAtTheSameTimeDoNotBreakEachOther() throws Exception {
    byte[] zip = good("Mine");
    serve(exchange -> answer(exchange, 200, zip));
    Callable<TrainTest> download = () -> places().read("Mine");
    List<Future<TrainTest>> all = threads.invokeAll(Collections.nCopies(8, download));
    for (Future<TrainTest> one : all) {
      assertThat(one.get().train().size()).isEqualTo(2);
    }
    assertThat(files()).containsExactly("Mine", "Mine/Mine_TEST.ts", "Mine/Mine_TRAIN.ts");
  }

  @Test
  void aFolderInTheWayIsLeftAlone() throws IOException {
    serve(exchange -> answer(exchange, 200, good("Mine")));
    Path mine = Files.createDirectories(cache.resolve("Mine"));
    Files.writeString(mine.resolve("notes"), "precious");
    assertThatThrownBy(() -> places().read("Mine"))
        .hasMessageContaining(mine + " is in the way: it holds no Mine_TRAIN.ts; remove it");
    assertThat(files()).containsExactly("Mine", "Mine/notes");
  }

  @Test
  void aCacheThatCannotBeMadeIsExplained() throws IOException {
    Path file = Files.writeString(root.resolve("file"), "");
    cache = file.resolve("cache");
    assertThatThrownBy(() -> places().read("Mine"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("the cache " + cache + " cannot be written");
  }

  @Test
  void anInterruptEndsTheDownload() throws IOException {
    serve(exchange -> awaitTheEnd());
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> places().read("Mine"))
        .hasMessageContaining("the download was interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  private void assertRefused(String name, String reason) throws IOException {
    assertThatThrownBy(() -> places().read(name))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(
            "The data set \"%s\" is not in %s and could not be downloaded from %s ("
                .formatted(name, cache, address()))
        .hasMessageContaining(reason)
        .hasMessageEndingWith(
            "; put %s_TRAIN.ts and %s_TEST.ts into the folder %s."
                .formatted(name, name, cache.resolve(name)));
    assertThat(files()).isEmpty();
  }

  private Datasets places() {
    ArchiveServer archive = new ArchiveServer(address(), SMALL);
    return new Datasets(List.of(), Optional.of(new DownloadCache(cache, archive)));
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sets");
  }

  private List<String> files() throws IOException {
    return filesIn(cache);
  }

  /** Hidden ones included. */
  private static List<String> filesIn(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> !path.equals(folder))
          .map(path -> folder.relativize(path).toString())
          .sorted()
          .toList();
    }
  }

  private List<String> serve(Answer answer) {
    List<String> paths = Collections.synchronizedList(new ArrayList<>());
    server.createContext(
        "/",
        exchange -> {
          paths.add(exchange.getRequestURI().getPath());
          answer.to(exchange);
        });
    return paths;
  }

  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void awaitTheEnd() {
    try {
      assertThat(testIsOver.await(50, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(150);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] good(String name) throws IOException {
    return zip(Map.of(name + "_TRAIN.ts", TRAIN, name + "_TEST.ts", TEST));
  }

  private static byte[] zip(Map<String, String> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(bytes(file.getValue()));
      }
    }
    return bytes.toByteArray();
  }

  /** Two files without compression, so that a bit of the zip is a bit of a file. */
  private static byte[] stored(String first, String text, String second, String more)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.setLevel(0);
      out.putNextEntry(new ZipEntry(first));
      out.write(bytes(text));
      out.putNextEntry(new ZipEntry(second));
      out.write(bytes(more));
    }
    return bytes.toByteArray();
  }
}
