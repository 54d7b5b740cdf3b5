package org.mf4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The commands that the documents show exist, with these options. Those of {@code ./mf example} and
 * {@code ./mf notebook} are checked where the examples and the notebooks are.
 */
class ReadmeCommandsTest {
  private static final Path ROOT = Path.of("..");

  static List<String> mfCommands() throws IOException {
    List<String> all = new ArrayList<>();
    for (Path document : documents()) {
      commands(document)
          .filter(line -> line.startsWith("./mf ") && !line.matches("./mf (example|notebook).*"))
          .forEach(all::add);
    }
    return all;
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(
              Stream.of(ROOT.resolve("README.md")),
              files.filter(file -> file.toString().endsWith(".md")))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("mfCommands")
  void parses(String command) {
    String[] words = command.substring("./mf ".length()).split("\\s+#", 2)[0].strip().split(" +");
    assertThatCode(() -> Mf.commandLine().parseArgs(words)).doesNotThrowAnyException();
  }

  @Test
  void theTestCommandIsTheOneThatTheContinuousIntegrationRuns() throws IOException {
    List<String> maven =
        commands(ROOT.resolve("README.md")).filter(line -> line.startsWith("./mvnw ")).toList();
    assertThat(maven).isNotEmpty();
    assertThat(Files.readString(ROOT.resolve(".ci/run"))).contains("./mvnw -B verify");
    assertThat(maven.get(0).toLowerCase(Locale.ROOT)).contains("verify");
  }

  /** The lines of the shell blocks. */
  private static Stream<String> commands(Path document) throws IOException {
    return Stream.of(Files.readString(document).split("```sh\n"))
        .skip(1)
        .flatMap(block -> block.substring(0, block.indexOf("```")).lines())
        .map(String::strip);
  }
}
