package org.mf4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Series that somebody sent or serves: one sentence, exit code 2, nothing is written. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HostileDataTest {
  private static final long LONG = 500_000_000;
  private static final String TOO_LONG =
      "the line has more than 67108864 characters, which no series has; is this the right file?";

  @TempDir private Path folder;

  /** Every path in the zip that is not below its folder is refused, whatever the command. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "compare --dataset Evil --models esn --trials 1 --json OUT",
        "train --dataset Evil --model esn --out OUT",
        "search --dataset Evil --model esn --vary leakRate=.1 --journal OUT",
        "robustness --dataset Evil --models esn --vary levels=8 --journal OUT"
      })
  void aZipThatClimbsOutOfItsFolderLeavesNothing(String command) throws IOException {
    Path cache = folder.resolve("some/cache");
    for (String path : List.of("../Evil_TRAIN.ts", "/Evil_TRAIN.ts", "a\\..\\..\\Evil_TRAIN.ts")) {
      try (ServedSets served = new ServedSets("Evil", zip(path), cache)) {
        Run run = run(command);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
        assertThat(run.complaints()).singleElement().asString().contains("the zip is malicious");
        assertThat(files()).isEmpty();
      }
    }
  }

  private Run run(String command) {
    return Run.mf((Object[]) words(command).toArray(new String[0]));
  }

  private List<String> words(String command) {
    return Arrays.stream(command.split(" ", -1))
        .map(word -> word.equals("OUT") ? folder.resolve("out").toString() : word)
        .map(word -> word.startsWith("line.") ? folder.resolve(word).toString() : word)
        .toList();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static byte[] zip(String evil) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (String name : List.of("Evil_TRAIN.ts", "Evil_TEST.ts", evil)) {
        out.putNextEntry(new ZipEntry(name));
        out.write("@classLabel true a b\n@data\n1,2:a\n3,4:b\n".getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({
    "'@classLabel true a b\n@data\n', 'compare --train line.ts --hold-out .3 --models esn --json OUT'",
    "'@relation x\n@attribute a real\n@attribute c {a,b}\n@data\n', 'train --train line.arff --model esn --out OUT'",
    "'', 'search --train line.csv --model esn --vary leakRate=.1 --journal OUT'",
    "'', 'data line.txt'"
  })
  void aLineOf500MegabytesIsNoSeries(String header, String command) throws IOException {
    String name = command.replaceFirst(".*(line\\.[a-z]+).*", "$1");
    Path line = writeLine(name, header);
    Run run = run(command);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.complaints()).singleElement().asString().contains(TOO_LONG);
    assertThat(files()).containsExactly(line);
  }

  /** Half of it is more than this heap. */
  @Test
  void suchALineIsRefusedInBoundedMemory() throws IOException, InterruptedException {
    Path line = writeLine("line.csv", "");
    Path err = folder.resolve("err");
    List<String> jvm = new ArrayList<>(List.of("-Xmx256m", "-XX:+UseSerialGC"));
    jvm.add("-XX:TieredStopAtLevel=1");
    Process process =
        new ProcessBuilder(Run.process(jvm, words("train --train line.csv --model esn --out OUT")))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(Files.readString(err)).isEqualTo("mf: " + line + ", line 1: " + TOO_LONG + "\n");
    assertThat(files()).containsExactlyInAnyOrder(line, err);
  }

  /** More than a reader takes of it is numbers; the rest takes no room on the disk. */
  private Path writeLine(String name, String header) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(header.getBytes(UTF_8));
      byte[] numbers = "1,".repeat(1 << 19).getBytes(UTF_8);
      for (int i = 0; i < 65; i++) {
        out.write(numbers);
      }
    }
    try (RandomAccessFile whole = new RandomAccessFile(file.toFile(), "rw")) {
      whole.setLength(LONG);
    }
    return file;
  }
}
