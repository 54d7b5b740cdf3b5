package org.mf4j.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The seeds of fuzzing and every input that ever failed, without Jazzer. */
class CorpusTest {
  static Stream<Arguments> corpus() throws IOException {
    List<Arguments> inputs = new ArrayList<>();
    for (Fuzzed target : Fuzzed.values()) {
      for (Path file : files(target)) {
        inputs.add(Arguments.of(target, file.getFileName().toString()));
      }
    }
    return inputs.stream();
  }

  private static List<Path> files(Fuzzed target) throws IOException {
    try (Stream<Path> files = Files.list(folder(target))) {
      return files.sorted().toList();
    }
  }

  private static Path folder(Fuzzed target) {
    try {
      String name = target.name().toLowerCase(Locale.ROOT);
      return Path.of(CorpusTest.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("corpus")
  @Timeout(60)
  void endsInAValueOrTheDocumentedException(Fuzzed target, String name) throws IOException {
    target.take(Files.readAllBytes(folder(target).resolve(name)));
  }

  /** Seeds that nothing accepts would let a fuzzer see nothing but the first check. */
  @ParameterizedTest
  @EnumSource
  void aSeedIsAccepted(Fuzzed target) throws IOException {
    assertThat(files(target)).anyMatch(file -> file.getFileName().toString().startsWith("seed-"));
    for (Path file : files(target)) {
      if (file.getFileName().toString().startsWith("seed-")) {
        byte[] seed = Files.readAllBytes(file);
        assertThat(target.take(seed)).as(file.toString()).isTrue();
        target.take(Arrays.copyOf(seed, seed.length / 2));
      }
    }
  }
}
