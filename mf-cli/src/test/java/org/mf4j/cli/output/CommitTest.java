package org.mf4j.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script by which the build finds the commit of the sources, in a copy of their folders. */
class CommitTest {
  private static final Path SCRIPT = Path.of("src", "build", "commit");

  @TempDir private Path folder;
  private Path home;

  @BeforeEach
  void copyScript() throws IOException {
    assumeTrue(succeeds("sh", "-c", "command -v git"), "git is needed, which this machine lacks");
    home = folder.resolve("home");
    Path copy = home.resolve("mf-cli").resolve(SCRIPT);
    Files.createDirectories(copy.getParent());
    Files.copy(SCRIPT, copy);
  }

  @Test
  void isThatOfTheRepositoryAndSaysWhereSourcesDiffer() throws IOException {
    git(home, "init", "-q");
    git(home, "add", ".");
    git(home, "commit", "-q", "-m", "first");
    assertThat(commit(home)).isEqualTo(git(home, "rev-parse", "HEAD")).matches("[0-9a-f]{40}\n");
    Files.writeString(home.resolve("mf-cli/New.java"), "");
    assertThat(commit(home)).matches("[0-9a-f]{40}-dirty\n");
  }

  @Test
  void aWorkTreeHasItsOwn() throws IOException {
    git(home, "init", "-q");
    git(home, "add", ".");
    git(home, "commit", "-q", "-m", "first");
    String first = git(home, "rev-parse", "HEAD");
    Path tree = folder.resolve("tree");
    git(home, "worktree", "add", "-q", tree.toString());
    git(tree, "commit", "-q", "--allow-empty", "-m", "second");
    assertThat(commit(tree)).isEqualTo(git(tree, "rev-parse", "HEAD")).isNotEqualTo(first);
    assertThat(commit(home)).isEqualTo(first);
  }

  @Test
  void isUnknownWithoutARepositoryAndInsideAnother() throws IOException {
    assertThat(commit(home)).isEqualTo("unknown\n");
    git(folder, "init", "-q");
    git(folder, "add", ".");
    git(folder, "commit", "-q", "-m", "other");
    assertThat(commit(home)).isEqualTo("unknown\n");
  }

  private String commit(Path sources) throws IOException {
    return output(folder, "sh", sources.resolve("mf-cli").resolve(SCRIPT).toString());
  }

  private static String git(Path repository, String... words) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=test", "-c", "user.email=test@localhost"));
    command.addAll(List.of(words));
    return output(repository, command.toArray(new String[0]));
  }

  private static boolean succeeds(String... command) throws IOException {
    return !output(Path.of("."), command).isEmpty();
  }

  private static String output(Path folder, String... command) throws IOException {
    Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
