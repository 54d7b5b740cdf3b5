package org.mf4j.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.mf4j.files.WholeFile;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.nd4j.shade.jackson.databind.SerializationFeature;
import picocli.CommandLine.Option;

/** {@code --json}: what was done, for programs. */
final class JsonOption {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Also write what was done as JSON; on the machine of the driver.")
  private Path file;

  /** Before anything is computed. */
  void check() {
    if (file != null && !new WholeFile(file).canBeWritten()) {
      throw new IllegalArgumentException(
          "--json " + file + ": its folder is missing or not writable; choose another.");
    }
  }

  void write(Map<String, Object> report) throws IOException {
    if (file != null) {
      new WholeFile(file).write(part -> write(part, report));
    }
  }

  /** Strings, numbers, and lists and maps of such. */
  static void write(Path file, Map<String, Object> values) throws IOException {
    MAPPER.writeValue(file.toFile(), values);
  }
}
