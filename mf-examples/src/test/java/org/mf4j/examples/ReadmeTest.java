package org.mf4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java of README.md compiles, runs and learns. */
class ReadmeTest {
  private static final Path README = Path.of("..", "README.md");

  @TempDir private Path folder;

  @Test
  void theExampleReachesTheAccuracyOfATrainedNetwork()
      throws IOException, ReflectiveOperationException {
    String block = Files.readString(README).split("```java\n", 2)[1].split("```", 2)[0];
    Path source = Files.writeString(folder.resolve("Readme.java"), program(block));
    String classPath = System.getProperty("java.class.path");
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", classPath, source.toString());
    assertThat(failed).as("exit code of javac, which says above what is wrong").isZero();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      Object accuracy = loader.loadClass("Readme").getMethod("accuracy").invoke(null);
      assertThat((double) accuracy).isGreaterThan(0.6);
    }
  }

  private static String program(String block) {
    String imports =
        Stream.of(
                "org.deeplearning4j.nn.conf",
                "org.deeplearning4j.nn.conf.inputs",
                "org.deeplearning4j.nn.conf.layers",
                "org.deeplearning4j.nn.conf.layers.recurrent",
                "org.deeplearning4j.nn.multilayer",
                "org.mf4j.data",
                "org.mf4j.dynamics",
                "org.mf4j.layers",
                "org.nd4j.linalg.activations",
                "org.nd4j.linalg.learning.config")
            .map(name -> "import " + name + ".*;")
            .collect(Collectors.joining("\n"));
    return imports
        + "\npublic class Readme { public static double accuracy() {\n"
        + block
        + "return accuracy; } }\n";
  }
}
