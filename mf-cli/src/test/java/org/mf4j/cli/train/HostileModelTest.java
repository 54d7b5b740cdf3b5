package org.mf4j.cli.train;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mf4j.cli.Run;

/** A model that somebody sent ends a command with one sentence, and nothing is written. */
@Timeout(60)
class HostileModelTest {
  private static final long BOMB = 10_000_000_000L;

  @TempDir private Path folder;
  private Path series;
  private Path model;

  @BeforeEach
  void train() throws IOException {
    series = Files.writeString(folder.resolve("a.csv"), "1,1,2,3\n2,3,2,1\n1,1,2,4\n2,4,2,1\n");
    model = folder.resolve("model.zip");
    assertThat(trained(model).exitCode()).isZero();
  }

  private Run trained(Path out) {
    return Run.mf("train", "--model", "esn", "--units", 5, "--train", series, "--out", out);
  }

  private void assertRefused(String reason) {
    Path out = folder.resolve("predictions.csv");
    Run run = Run.mf("predict", "--model-file", model, "--input", series, "--out", out);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.complaints()).singleElement().asString().contains(reason);
    assertThat(run.err()).doesNotContain("\u001b");
    assertThat(out).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "preprocessor.bin, its entry preprocessor.bin is none of a saved model",
    "objects/x, its entry objects/x is none of a saved model",
    "evil\u001b[31m, its entry evil\\u001b[31m is none of a saved model"
  })
  void anEntryThatWouldBeRunIsRefused(String name, String reason) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(model)) {
      Path entry = zip.getPath(name);
      if (entry.getParent() != null) {
        Files.createDirectories(entry.getParent());
      }
      Files.write(entry, new byte[] {(byte) 0xAC, (byte) 0xED, 0, 5});
    }
    assertRefused(name.contains("/") ? "is none of a saved model" : reason);
  }

  @Test
  void aForeignClassIsRefused() throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(model)) {
      Path entry = zip.getPath("configuration.json");
      String text = Files.readString(entry);
      assertThat(text).contains("org.deeplearning4j.nn.");
      Files.writeString(
          entry, text.replaceFirst("\"org\\.deeplearning4j\\.nn\\.[^\"]*", "\"com.example.Evil"));
    }
    assertRefused("it names the class com.example.Evil");
  }

  /** 10 GB of zeros, which are 10 MB in the zip. */
  @Test
  void aBombIsNotUnpacked() throws IOException {
    try (OutputStream out = Files.newOutputStream(model)) {
      out.write(localHeader("configuration.json"));
      byte[] zeros = new byte[10_000_000];
      byte[] block = deflated(zeros);
      for (long unpacked = 0; unpacked < BOMB; unpacked += zeros.length) {
        out.write(block);
      }
    }
    assertThat(Files.size(model)).isLessThan(20_000_000);
    assertRefused("its entry configuration.json has more than 67108864 bytes");
  }

  /** What a zip begins with, lengths and checksum unknown. */
  private static byte[] localHeader(String name) {
    return ByteBuffer.allocate(ZipEntry.LOCHDR + name.length())
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt((int) ZipEntry.LOCSIG)
        .putShort((short) 20)
        .putShort((short) 8)
        .putShort((short) ZipEntry.DEFLATED)
        .position(ZipEntry.LOCNAM)
        .putShort((short) name.length())
        .putShort((short) 0)
        .put(name.getBytes(UTF_8))
        .array();
  }

  /** Blocks behind which others may stand. */
  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(bytes);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    int length = buffer.length;
    while (length == buffer.length) {
      length = deflater.deflate(buffer, 0, buffer.length, Deflater.FULL_FLUSH);
      out.write(buffer, 0, length);
    }
    deflater.end();
    return out.toByteArray();
  }

  @Test
  void aLinkIsNoOutput() throws IOException {
    Path kept = Files.writeString(folder.resolve("kept"), "mine");
    Path link = Files.createSymbolicLink(folder.resolve("link.zip"), kept);
    Run run = trained(link);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.complaints()).singleElement().asString().contains("link");
    assertThat(link).isSymbolicLink();
    assertThat(kept).hasContent("mine");
  }
}
