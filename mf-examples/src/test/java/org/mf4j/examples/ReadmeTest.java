package org.mf4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java of README.md compiles, runs and learns. */
class ReadmeTest {
  @TempDir private Path folder;

  @Test
  void theExampleReachesTheAccuracyOfATrainedNetwork()
      throws IOException, ReflectiveOperationException {
    Object accuracy = Snippets.run(folder, Snippets.of("README.md"), "accuracy");
    assertThat((double) accuracy).isGreaterThan(0.6);
  }
}
