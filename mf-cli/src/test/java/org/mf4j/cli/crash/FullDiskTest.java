package org.mf4j.cli.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Commands whose disk is full say so in one sentence, and leave nothing that is half-written. */
class FullDiskTest {
  static final List<String> COMMANDS = Commands.NAMES;

  @TempDir private Path folder;
  private Commands commands;

  /** A file system of 12 KiB in a namespace of mounts of its own. */
  private static String mounted(Path disk, String command) {
    return "mount -t tmpfs -o size=12k tmpfs %s && { %s; code=$?; find %s -type f; exit $code; }"
        .formatted(disk, command, disk);
  }

  @BeforeEach
  void inputs() throws IOException, InterruptedException {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/unshare"))
            && shell(mounted(Files.createDirectory(folder.resolve("try")), "true")) == 0,
        "a small file system is mounted by unshare, which this machine does not allow");
    commands = new Commands(Files.createDirectory(folder.resolve("inputs")));
  }

  @ParameterizedTest
  @FieldSource("COMMANDS")
  void isSaidInOneSentence(String name) throws IOException, InterruptedException {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    // What these write is little: there is no room for any of it.
    String fill =
        List.of("predict", "search").contains(name)
            ? "head -c 12288 /dev/zero > " + disk + "/other; "
            : "";
    String command =
        Commands.process(commands.words(name, disk)).stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" "));
    assertThat(shell(mounted(disk, fill + command))).as(name).isNotZero();
    List<String> said =
        Files.readAllLines(folder.resolve("stderr")).stream()
            .filter(line -> !line.startsWith("mf: read ") && !line.startsWith("mf: warning"))
            .toList();
    assertThat(said).singleElement().asString().contains("No space left on device");
    assertThat(Files.readAllLines(folder.resolve("stdout")))
        .noneMatch(line -> line.endsWith(".part"));
  }

  private int shell(String script) throws IOException, InterruptedException {
    boolean root = System.getProperty("user.name").equals("root");
    Process process =
        new ProcessBuilder(
                "unshare", root ? "--mount" : "--map-root-user", "--mount", "sh", "-c", script)
            .redirectOutput(folder.resolve("stdout").toFile())
            .redirectError(folder.resolve("stderr").toFile())
            .start();
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }
}
