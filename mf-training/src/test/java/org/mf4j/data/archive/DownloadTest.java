package org.mf4j.data.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.series.DataException;

/** The whole way of a download, against a server on this machine that does what servers do. */
class DownloadTest extends ServedArchive {
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
    DatasetSplit sets = places().read("Mine", listener);
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
    Callable<DatasetSplit> download = () -> places().read("Mine");
    List<Future<DatasetSplit>> all = threads.invokeAll(Collections.nCopies(8, download));
    for (Future<DatasetSplit> one : all) {
      assertThat(one.get().train().size()).isEqualTo(2);
    }
    assertThat(files()).containsExactly("Mine", "Mine/Mine_TEST.ts", "Mine/Mine_TRAIN.ts");
  }

  @Test
  void whatAKilledDownloadLeftIsRemovedByTheNext() throws IOException {
    serve(exchange -> answer(exchange, 200, good("Mine")));
    abandoned(".Mine.999999999.7", 61);
    abandoned(".Mine.999999999.8", 0);
    abandoned(".Mine." + ProcessHandle.current().pid() + ".9", 61);
    places().read("Mine");
    assertThat(files().stream().filter(name -> name.startsWith(".")).filter(n -> n.endsWith("p")))
        .as("not the old one of a process that is no more")
        .containsExactlyInAnyOrder(
            ".Mine.999999999.8/download.zip",
            ".Mine." + ProcessHandle.current().pid() + ".9/download.zip");
  }

  private void abandoned(String name, int seconds) throws IOException {
    Path part = Files.createDirectories(cache.resolve(name));
    Path zip = Files.writeString(part.resolve("download.zip"), "PK");
    for (Path path : List.of(zip, part)) {
      Files.setLastModifiedTime(path, FileTime.from(Instant.now().minusSeconds(seconds)));
    }
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
}
