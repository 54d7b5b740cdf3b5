package org.mf4j.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.cli.Run;

class OutputFolderTest {
  @TempDir private Path home;

  @Test
  void makesTheFolderOnceAndLeavesNothingInIt() throws IOException {
    Path folder = home.resolve("new");
    OutputFolder.of("--out", folder).made();
    assertThat(OutputFolder.of("--out", folder).made()).isEmptyDirectory();
  }

  @Test
  void refusesAFileAndAFolderInNoFolder() throws IOException {
    Path file = Files.writeString(home.resolve("file"), "");
    assertThatThrownBy(() -> OutputFolder.of("--out", file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("--out " + file + ": is not a folder; name a folder.");
    assertThatThrownBy(() -> OutputFolder.of("--out", home.resolve("a/b")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("the folder that is to hold it is missing; create it first.");
  }

  @Test
  void figuresNeedADataFolderThatExists() {
    Run run = Run.mf("figures", "--out", home.resolve("out"), "--data-dir", home.resolve("none"));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--data-dir").hasLineCount(1);
    assertThat(home.resolve("out")).doesNotExist();
  }
}
