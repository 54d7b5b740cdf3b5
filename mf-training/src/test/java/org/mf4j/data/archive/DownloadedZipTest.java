package org.mf4j.data.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mf4j.data.series.DataException;

/** What comes down is no good: damaged, hostile, too large, or something else. */
class DownloadedZipTest extends ServedArchive {
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
}
