package org.mf4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/api.md and the bill of versions promise is what there is. */
class PublicPackagesTest {
  private static final Path ROOT = Path.of("..");
  private static final List<String> LIBRARIES =
      List.of("mf-layers", "mf-cuda", "mf-training", "mf-figures", "mf-spark");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9.]+)` \\| \\S.* \\|$");
  private static final Pattern PUBLIC = Pattern.compile("(?m)^public ");

  @Test
  void everyPackageWithAPublicTypeIsListedUnderItsModule() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/api.md"));
    for (String module : LIBRARIES) {
      String section = page.split("\n## " + module + ":", 2)[1].split("\n## ", 2)[0];
      assertThat(ROW.matcher(section).results().map(row -> row.group(1)))
          .as("packages of " + module + " in docs/api.md")
          .containsExactlyElementsOf(publicPackages(module));
    }
  }

  private static List<String> publicPackages(String module) throws IOException {
    Path root = ROOT.resolve(module).resolve("src/main/java");
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java") && isPublic(file))
          .map(file -> root.relativize(file.getParent()).toString())
          .map(folder -> folder.replace('/', '.').replace('\\', '.'))
          .distinct()
          .sorted()
          .toList();
    }
  }

  private static boolean isPublic(Path file) {
    try {
      return PUBLIC.matcher(Files.readString(file)).find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** mf-bom has no parent, which would hand on the versions of our tests. */
  @Test
  void theBomHasTheVersionsOfTheProject() throws IOException {
    String bom = Files.readString(ROOT.resolve("mf-bom/pom.xml"));
    String project = Files.readString(ROOT.resolve("pom.xml"));
    assertThat(first(bom, "version")).isEqualTo(first(project, "version"));
    assertThat(first(bom, "dl4j.version")).isEqualTo(first(project, "dl4j.version"));
    assertThat(LIBRARIES)
        .allSatisfy(module -> assertThat(bom).contains("<artifactId>" + module + "</artifactId>"));
  }

  private static String first(String pom, String element) {
    return pom.split("<" + element + ">", 2)[1].split("<", 2)[0];
  }
}
