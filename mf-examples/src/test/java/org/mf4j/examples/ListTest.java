package org.mf4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code ./mf example} knows. */
class ListTest {
  private static final Path SOURCES = Path.of("src/main/java/org/mf4j/examples");
  private static final Pattern COMMAND = Pattern.compile("\\./mf example ([a-z][a-z-]*)");

  private static List<Path> programs() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      return files
          .filter(file -> !file.endsWith("Examples.java") && !file.endsWith("package-info.java"))
          .toList();
    }
  }

  @Test
  void everyProgramIsListedUnderItsNameInLowerCase() throws IOException {
    assertThat(programs())
        .extracting(file -> file.getFileName().toString().replace(".java", ""))
        .extracting(name -> name.replaceAll("\\B([A-Z])", "-$1").toLowerCase(Locale.ROOT))
        .containsExactlyInAnyOrderElementsOf(Examples.names());
  }

  @Test
  void everyProgramFitsOnAScreen() throws IOException {
    for (Path program : programs()) {
      assertThat(Files.readAllLines(program)).as("%s", program).hasSizeLessThan(80);
    }
  }

  @Test
  void theListHasALineForEach() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Examples.list(new PrintStream(out, true, StandardCharsets.UTF_8));
    assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(1))
        .hasSameSizeAs(Examples.names())
        .allMatch(line -> line.length() < 80);
  }

  @Test
  void anUnknownNameIsAnsweredWithTheNearest() throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    Process process =
        new ProcessBuilder(java, "-cp", classPath, Examples.class.getName(), "custm-topologie")
            .start();
    String message = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(message.strip())
        .isEqualTo(
            "mf: there is no example \"custm-topologie\"; did you mean \"custom-topology\"?"
                + " ./mf example lists all.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/faq.md"})
  void documentsNameExamplesThatExist(String document) throws IOException {
    String text = Files.readString(Path.of("..").resolve(document));
    assertThat(COMMAND.matcher(text).results().map(match -> match.group(1)))
        .isNotEmpty()
        .isSubsetOf(Examples.names());
  }
}
