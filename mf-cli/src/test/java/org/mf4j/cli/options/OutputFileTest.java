package org.mf4j.cli.options;

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
  void acceptsANewFileAndAnExistingOne() throws IOException {
    Path file = folder.resolve("out.txt");
    OutputFile.of("--out", file).write(part -> Files.writeString(part, "first"));
    OutputFile.of("--out", file).write(part -> Files.writeString(part, "second"));
    assertThat(file).hasContent("second");
  }

  @Test
  void refusesToReplaceALink() throws IOException {
    Path file = Files.writeString(folder.resolve("device"), "precious");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    assertThatThrownBy(() -> OutputFile.of("--out", link))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("--out " + link + ": is not a regular file; name a file to write.");
    assertThat(link).isSymbolicLink();
  }
}
