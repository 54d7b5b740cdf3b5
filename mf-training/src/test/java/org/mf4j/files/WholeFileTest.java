package org.mf4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir private Path folder;

  @Test
  void replacesTheFileAtTheEnd() throws IOException {
    Path file = Files.writeString(folder.resolve("out.txt"), "old");
    new WholeFile(file)
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
    WholeFile.Content failing =
        part -> {
          Files.writeString(part, "half");
          throw new IOException("disk full");
        };
    assertThatThrownBy(() -> new WholeFile(file).write(failing))
        .isInstanceOf(IOException.class)
        .hasMessage("disk full");
    assertThat(file).hasContent("old");
    assertThat(folder.toFile().list()).containsExactly("out.txt");
  }

  @Test
  void tryingLeavesNothingBehind() {
    assertThat(new WholeFile(folder.resolve("out.txt")).canBeWritten()).isTrue();
    assertThat(folder.toFile().list()).isEmpty();
    assertThat(new WholeFile(folder.resolve("absent/out.txt")).canBeWritten()).isFalse();
  }
}
