package org.mf4j.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mf4j.cli.Run;

/** The script in the shells that it is for, as far as they are installed. */
class CompletionCommandTest {
  @TempDir private Path folder;

  @BeforeEach
  void writeScript() throws IOException {
    Run run = Run.mf("completion");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    Files.writeString(folder.resolve("mf"), run.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void aShellTakesTheScript(String shell) throws IOException, InterruptedException {
    assumeInstalled(shell);
    assertThat(output(shell, "-n", "mf")).isEmpty();
  }

  @Test
  void commandsAreCompletedThoseOfTheLauncherToo() throws IOException, InterruptedException {
    assertThat(completed("mf", "re")).containsExactly("reproduce");
    assertThat(completed("mf", "s")).containsExactlyInAnyOrder("search", "serve", "stability");
    assertThat(completed("mf", "e")).containsExactly("example");
    assertThat(completed("mf", "zzz")).isEmpty();
  }

  @Test
  void optionsAndTheirValuesAreCompleted() throws IOException, InterruptedException {
    assertThat(completed("mf", "predict", "--model")).containsExactly("--model-file");
    assertThat(completed("mf", "compare", "--protocol", "P")).containsExactly("PAPER");
  }

  @Test
  void filesAreCompletedWhereAFileIsMeant() throws IOException, InterruptedException {
    Files.createFile(folder.resolve("model.zip"));
    assertThat(completed("mf", "predict", "--model-file", "mod")).containsExactly("model.zip");
  }

  /** What bash puts in place of the last word. */
  private List<String> completed(String... words) throws IOException, InterruptedException {
    assumeInstalled("bash");
    String line = String.join(" ", words);
    String script =
        "compopt() { :; }; source mf && COMP_WORDS=(%s) COMP_CWORD=%d COMP_LINE='%s' COMP_POINT=%d; _complete_mf;"
                .formatted(line, words.length - 1, line, line.length())
            + " printf '%s\\n' \"${COMPREPLY[@]}\"";
    return output("bash", "--norc", "-c", script)
        .lines()
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static void assumeInstalled(String shell) throws IOException, InterruptedException {
    Process asked = new ProcessBuilder("sh", "-c", "command -v " + shell).start();
    asked.getInputStream().readAllBytes();
    assumeTrue(asked.waitFor() == 0, shell + " is not installed here");
  }

  private String output(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
