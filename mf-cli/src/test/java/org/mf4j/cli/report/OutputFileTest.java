package org.mf4j.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
  @TempDir private Path folder;

  @Test
  void replacesTheFileAtTheEnd() throws IOException {
    Path file = Files.writeString(folder.resolve("out.txt"), "old");
    OutputFile.at("--out", file)
        .write(
            part -> {
              Files.writeString(part, "new");
              assertThat(file).hasContent("old");
            });
    assertThat(file).hasContent("new");
    assertThat(folder.toFile().list()).containsExactly("out.txt");
  }

  @Test
  void leavesNothingBehindWhenWritingFails() throws IOException {
    Path file = Files.writeString(folder.resolve("out.txt"), "old");
    assertThatThrownBy(
            () ->
                OutputFile.at("--out", file)
                    .write(
                        part -> {
                          Files.writeString(part, "half");
                          throw new IOException("disk full");
                        }))
        .isInstanceOf(IOException.class)
        .hasMessage("disk full");
    assertThat(file).hasContent("old");
    assertThat(folder.toFile().list()).containsExactly("out.txt");
  }

  @Test
  void refusesAFolderThatIsNotThereBeforeAnythingIsComputed() {
    assertThatThrownBy(() -> OutputFile.at("--out", folder.resolve("absent/out.txt")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("its folder is missing");
  }

  @Test
  void refusesAFolderAsFile() {
    assertThatThrownBy(() -> OutputFile.at("--out", folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a regular file");
  }

  @Test
  void refusesToReplaceALink() throws IOException {
    Path file = Files.writeString(folder.resolve("device"), "precious");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    assertThatThrownBy(() -> OutputFile.at("--out", link))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a regular file");
    assertThat(link).isSymbolicLink();
  }
}
