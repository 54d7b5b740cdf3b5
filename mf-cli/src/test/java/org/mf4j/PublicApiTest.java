package org.mf4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No public signature changes unseen: docs/api has every one of them, a file per library. */
class PublicApiTest {
  private static final Path ROOT = Path.of("..");
  private static final boolean WRITE = Boolean.getBoolean("mf4j.api.write");
  private static final String COMMAND =
      "./mvnw test -pl mf-cli,mf-spark -am -Dtest=PublicApiTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dmf4j.api.write=true";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"mf-layers", "mf-cuda", "mf-training", "mf-figures", "mf-spark"})
  void thePublicSignaturesAreTheCommittedOnes(String module) throws IOException {
    Path classes = ROOT.resolve(module).resolve("target/classes");
    assumeTrue(Files.isDirectory(classes), module + " is not built here, as -pl without it says");
    Path committed = ROOT.resolve("docs/api").resolve(module + ".txt");
    List<String> signatures = ApiListing.of(classes);
    if (WRITE) {
      Files.write(committed, signatures);
    }
    assertThat(ApiListing.difference(Files.readAllLines(committed), signatures))
        .as(
            "Public signatures of %s changed. A line with - breaks who calls it, so name it in"
                + " CHANGELOG.md with what to write in its place; then run `%s` and commit docs/api.",
            module, COMMAND)
        .isEmpty();
  }

  @Test
  void aChangeOfASignatureIsSeenAndOneInsideIsNot() throws IOException {
    List<String> before =
        listing(
            "public class Box { public static final int SIZE = 3; public int get(int at) { return 0; }"
                + " protected void kept() {} void inside() {} static class Hidden { public int x; }"
                + " public static class Part { public int y; } }");
    List<String> after =
        listing(
            "public class Box { public static final int SIZE = 4; public long get(int at) { return 1; }"
                + " void other() {} static class Hidden { public int z; }"
                + " protected void kept() { other(); } public static class Part {} }");
    assertThat(ApiListing.difference(before, after).lines())
        .containsExactly(
            "- Box: public int get(int);",
            "- Box: public static final int SIZE = 3;",
            "- Box$Part: public int y;",
            "+ Box: public long get(int);",
            "+ Box: public static final int SIZE = 4;");
  }

  private List<String> listing(String source) throws IOException {
    Path file = Files.createTempDirectory(folder, "").resolve("Box.java");
    Files.writeString(file, source);
    int status =
        ToolProvider.findFirst("javac").orElseThrow().run(System.out, System.err, file.toString());
    assertThat(status).isZero();
    return ApiListing.of(file.getParent());
  }
}
