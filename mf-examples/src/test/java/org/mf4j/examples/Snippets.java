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

/**
 * The Java of a document, compiled and run as it stands there: all blocks in a row, as one method.
 */
final class Snippets {
  private static final Path ROOT = Path.of("..");

  private Snippets() {}

  /** The Java blocks of a document, in its order. */
  static String of(String document) throws IOException {
    return Stream.of(Files.readString(ROOT.resolve(document)).split("```java\n"))
        .skip(1)
        .map(block -> block.substring(0, block.indexOf("```")))
        .collect(Collectors.joining("\n"));
  }

  /**
   * Runs statements.
   *
   * @param folder where their relative files go
   * @param result an expression over their variables
   * @return its value
   */
  static Object run(Path folder, String statements, String result)
      throws IOException, ReflectiveOperationException {
    String body =
        (statements + "return " + result + ";\n")
            .replace("Path.of(\"", "Path.of(\"" + folder + "/");
    Path source = Files.writeString(folder.resolve("Snippet.java"), program(body));
    String classPath = System.getProperty("java.class.path");
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", classPath, source.toString());
    assertThat(failed).as("exit code of javac, which says above what is wrong").isZero();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      return loader.loadClass("Snippet").getMethod("run").invoke(null);
    }
  }

  private static String program(String body) {
    String imports =
        Stream.of(
                "java.nio.file",
                "java.util",
                "org.deeplearning4j.nn.conf",
                "org.deeplearning4j.nn.conf.inputs",
                "org.deeplearning4j.nn.conf.layers",
                "org.deeplearning4j.nn.conf.layers.recurrent",
                "org.deeplearning4j.nn.multilayer",
                "org.mf4j",
                "org.mf4j.data",
                "org.mf4j.data.series",
                "org.mf4j.data.transform",
                "org.mf4j.dynamics",
                "org.mf4j.dynamics.stochastic",
                "org.mf4j.engine",
                "org.mf4j.hardware",
                "org.mf4j.layers",
                "org.mf4j.models",
                "org.mf4j.papers",
                "org.mf4j.random",
                "org.mf4j.readout",
                "org.mf4j.readout.online",
                "org.mf4j.reservoir",
                "org.mf4j.training",
                "org.nd4j.linalg.activations",
                "org.nd4j.linalg.api.ndarray",
                "org.nd4j.linalg.indexing",
                "org.nd4j.linalg.factory",
                "org.nd4j.linalg.learning.config")
            .map(name -> "import " + name + ".*;")
            .collect(Collectors.joining("\n"));
    return imports
        + "\npublic class Snippet { public static Object run() throws Exception {\n"
        + body
        + "} }\n";
  }
}
