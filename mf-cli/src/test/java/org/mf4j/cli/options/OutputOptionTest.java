package org.mf4j.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputOptionTest {
  @TempDir private Path folder;

  @Test
  void acceptsANewFileAndAnExistingOne() throws IOException {
    Path file = folder.resolve("out.txt");
    new OutputOption("--out", file).file().write(part -> Files.writeString(part, "first"));
    new OutputOption("--out", file).file().write(part -> Files.writeString(part, "second"));
    assertThat(file).hasContent("second");
  }

  @Test
  void refusesToReplaceALink() throws IOException {
    Path file = Files.writeString(folder.resolve("device"), "precious");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    assertThatThrownBy(() -> new OutputOption("--out", link).file())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("--out " + link + ": is not a regular file; name a file to write.");
    assertThat(link).isSymbolicLink();
  }
}
