package org.mf4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
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
  void removesWhatProcessesThatAreNoMoreLeft() throws IOException {
    Instant anHourAgo = Instant.now().minusSeconds(3600);
    for (String left :
        List.of(".out.txt.999999999.part", ".out.txt.1.part", ".out.999999999.part")) {
      Path part = Files.writeString(folder.resolve(left), "half");
      Files.setLastModifiedTime(part, FileTime.from(anHourAgo));
    }
    new WholeFile(folder.resolve("out.txt")).write(part -> Files.writeString(part, "whole"));
    assertThat(folder.toFile().list())
        .as("only of this file, and of no process that runs")
        .containsExactlyInAnyOrder("out.txt", ".out.txt.1.part", ".out.999999999.part");
  }

  @Test
  void tryingLeavesNothingBehind() {
    assertThat(new WholeFile(folder.resolve("out.txt")).canBeWritten()).isTrue();
    assertThat(folder.toFile().list()).isEmpty();
    assertThat(new WholeFile(folder.resolve("absent/out.txt")).canBeWritten()).isFalse();
  }
}
