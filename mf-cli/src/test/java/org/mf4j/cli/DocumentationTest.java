package org.mf4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every public type and member of the libraries says what it is. */
class DocumentationTest {
  private static final List<String> MODULES =
      List.of("mf-layers", "mf-cuda", "mf-training", "mf-figures", "mf-cli");

  @TempDir private Path folder;

  @Test
  void nothingPublicIsUndocumented() throws IOException {
    assertThat(missing(sources())).isEmpty();
  }

  @Test
  void whatIsUndocumentedIsFound() throws IOException {
    Path source =
        Files.writeString(
            folder.resolve("Bare.java"),
            """
            /** A record. */
            public record Bare(int number) {
              /** Checks. */
              public Bare {}

              public int twice() {
                return 2 * number;
              }
            }
            """);
    assertThat(missing(List.of(source)))
        .satisfiesExactly(
            component -> assertThat(component).endsWith(": no @param for number"),
            method -> assertThat(method).isEqualTo("Bare.java:6: no comment"));
  }

  private static List<Path> sources() {
    return MODULES.stream()
        .flatMap(module -> javaFiles(Path.of("..", module, "src", "main", "java")))
        .toList();
  }

  private static Stream<Path> javaFiles(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What doclint misses. */
  private List<String> missing(List<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "-Xdoclint:missing/protected", "-Xmaxwarns", "999", "-proc:none", "-d", "" + folder);
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(found, null, StandardCharsets.UTF_8)) {
      assertThat(
              compiler
                  .getTask(
                      null, files, found, options, null, files.getJavaFileObjectsFromPaths(sources))
                  .call())
          .isTrue();
    }
    return found.getDiagnostics().stream()
        .filter(it -> it.getMessage(null).matches("no (comment|@param|@return|@throws).*"))
        .filter(it -> !isDescribedAbove(it))
        .map(DocumentationTest::describe)
        .toList();
  }

  /** JDK 17 asks a compact constructor for components that the record has described above. */
  private static boolean isDescribedAbove(Diagnostic<? extends JavaFileObject> found) {
    try {
      String above =
          found.getSource().getCharContent(true).toString().substring(0, (int) found.getPosition());
      return above.contains(found.getMessage(null).strip().replaceFirst("no @param for", "@param"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String describe(Diagnostic<? extends JavaFileObject> found) {
    return "%s:%d: %s"
        .formatted(
            Path.of(found.getSource().toUri()).getFileName(),
            found.getLineNumber(),
            found.getMessage(null).strip());
  }
}
