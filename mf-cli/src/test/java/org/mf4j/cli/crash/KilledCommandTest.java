package org.mf4j.cli.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Commands that are killed (SIGKILL) at random moments leave whole outputs or none, and the next
 * run ends what they began. {@code -Dmf4j.kills=10} kills each ten times, which takes minutes.
 */
class KilledCommandTest {
  static final List<String> COMMANDS = Commands.NAMES;

  private static final int KILLS = Integer.getInteger("mf4j.kills", 1);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Drawing all figures takes a minute, and its files come all along. */
  private static final long LONGEST_MILLIS = 12_000;

  @TempDir private Path folder;
  private Path out;
  private Commands commands;

  @BeforeEach
  void inputs() throws IOException {
    commands = new Commands(Files.createDirectory(folder.resolve("inputs")));
    out = Files.createDirectory(folder.resolve("out"));
  }

  @ParameterizedTest
  @FieldSource("COMMANDS")
  void leavesWholeOutputsOrNone(String name) throws IOException, InterruptedException {
    long seed = System.nanoTime();
    Random moments = new Random(seed);
    List<String> words = commands.words(name, out);
    boolean journals = words.contains("--journal");
    long lasts = name.equals("figures") ? LONGEST_MILLIS : 3_000;
    for (int kill = 0; kill < KILLS; kill++) {
      // JVM and libraries take half a second, in which nothing can be written.
      run(resumed(words, journals && kill > 0), 400 + moments.nextLong(lasts));
      Commands.assertWhole(out);
    }
    abandonParts();
    if (!name.equals("figures")) {
      assertThat(run(resumed(words, journals), PATIENCE.toMillis()))
          .as("seed %d; %s", seed, Files.readString(folder.resolve("stderr")))
          .isZero();
      Commands.assertWhole(out);
      assertThat(parts()).isEmpty();
    }
  }

  private List<String> resumed(List<String> words, boolean again) {
    List<String> all = new ArrayList<>(words);
    if (again && !words.get(0).equals("archive")) {
      all.add("--resume");
    }
    return all;
  }

  /** The exit code, or that of a killed process. */
  private int run(List<String> words, long millis) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(Commands.process(words))
            .redirectOutput(folder.resolve("stdout").toFile())
            .redirectError(folder.resolve("stderr").toFile())
            .start();
    if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
      process.destroyForcibly().waitFor();
    }
    return process.exitValue();
  }

  /** As if the kills were some time ago. */
  private void abandonParts() throws IOException {
    for (Path part : parts()) {
      Files.setLastModifiedTime(part, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    }
  }

  private List<Path> parts() throws IOException {
    try (Stream<Path> files = Files.walk(out)) {
      return files.filter(Commands::isPart).toList();
    }
  }
}
