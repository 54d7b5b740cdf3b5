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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.data.Datasets;
import org.mf4j.data.series.DataException;

/** A server on this machine that does what a test says, and a cache to download into. */
@Timeout(60)
abstract class ServedArchive {
  static final String TRAIN = "@classLabel true a b\n@data\n1,2:a\n3,4:b\n";
  static final String TEST = "@classLabel true a b\n@data\n5,6:b\n";
  static final DownloadLimits SMALL =
      new DownloadLimits(200_000, 300_000, 10, Duration.ofMillis(1500), Duration.ofMillis(400));

  @TempDir Path root;
  final CountDownLatch testIsOver = new CountDownLatch(1);
  final ExecutorService threads = Executors.newCachedThreadPool();
  Path cache;
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

  void assertRefused(String name, String reason) throws IOException {
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

  Datasets places() {
    ArchiveServer archive = new ArchiveServer(address(), SMALL);
    return new Datasets(List.of(), Optional.of(new DownloadCache(cache, archive)));
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sets");
  }

  List<String> files() throws IOException {
    return filesIn(cache);
  }

  /** Hidden ones included. */
  static List<String> filesIn(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> !path.equals(folder))
          .map(path -> folder.relativize(path).toString())
          .sorted()
          .toList();
    }
  }

  List<String> serve(Answer answer) {
    List<String> paths = Collections.synchronizedList(new ArrayList<>());
    server.createContext(
        "/",
        exchange -> {
          paths.add(exchange.getRequestURI().getPath());
          answer.to(exchange);
        });
    return paths;
  }

  interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  void awaitTheEnd() {
    try {
      assertThat(testIsOver.await(50, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static void pause() {
    try {
      Thread.sleep(150);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] good(String name) throws IOException {
    return zip(Map.of(name + "_TRAIN.ts", TRAIN, name + "_TEST.ts", TEST));
  }

  static byte[] zip(Map<String, String> files) throws IOException {
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
  static byte[] stored(String first, String text, String second, String more) throws IOException {
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
