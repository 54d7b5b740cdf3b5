package org.mf4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code mf} in a copy of the folder tree, with stand-ins for Maven and Java: the build
 * leaves a mark, Java prints what it was given and exits with 7.
 */
class LauncherTest {
  private static final Path SCRIPT = Path.of("..", "mf");
  private static final List<String> MODULES =
      List.of(
          "mf-layers",
          "mf-cuda",
          "mf-training",
          "mf-figures",
          "mf-cli",
          "mf-examples",
          "mf-spark",
          "notebooks");

  @TempDir private Path home;

  @BeforeEach
  void copyTree() throws IOException, InterruptedException {
    assumeTrue(
        run(List.of("sh", "-c", "command -v bash"), home).exitCode() == 0,
        "the launcher needs bash, which this machine lacks");
    Files.createDirectory(home.resolve(".mvn"));
    Files.writeString(home.resolve("pom.xml"), "");
    for (String module : MODULES) {
      Files.createDirectories(home.resolve(module + "/src/main"));
      Files.writeString(home.resolve(module + "/pom.xml"), "");
    }
    script("mf", Files.readString(SCRIPT));
    script(
        "mvnw",
        """
        #!/bin/sh
        echo built >> builds
        for m in mf-cli mf-examples mf-spark notebooks; do
          [ ! -d $m/target ] || echo $m.jar > $m/target/classpath
        done
        [ ! -d notebooks/target ] || echo kernel.jar > notebooks/target/kernel
        """);
    script("jdk/bin/javac", "#!/bin/sh\necho javac 17.0.1\n");
    script(
        "jdk/bin/java",
        """
        #!/bin/sh
        while [ "$1" != -cp ]; do shift; done
        echo "$2" > classpath
        shift 2
        case "$1" in @*) echo "$1" > options && shift 4;; esac
        echo "$OMP_NUM_THREADS $PWD $*"
        exit 7
        """);
  }

  @Test
  void buildsOnceAndPassesArgumentsFolderAndExitCodeOn() throws IOException, InterruptedException {
    Run first = mf(home, "compare", "--trials", "2 ");
    assertThat(first.exitCode()).isEqualTo(7);
    assertThat(first.out())
        .isEqualTo("1 " + home.toRealPath() + " org.mf4j.cli.Mf compare --trials 2 \n");
    assertThat(first.err().lines()).hasSize(1);
    Run second = mf(home);
    assertThat(second.err()).isEmpty();
    assertThat(home.resolve("builds")).hasContent("built");
  }

  @Test
  void worksFromAnotherFolderThroughALink() throws IOException, InterruptedException {
    Path elsewhere = Files.createDirectories(home.resolve("else/where"));
    Files.createSymbolicLink(elsewhere.resolve("link"), Path.of("../../mf"));
    Run run = run(List.of("./link", "predict"), elsewhere);
    assertThat(run.out()).endsWith(elsewhere.toRealPath() + " org.mf4j.cli.Mf predict\n");
  }

  @Test
  void buildsAgainWhenASourceIsNewer() throws IOException, InterruptedException {
    mf(home);
    Path source = Files.writeString(home.resolve("mf-layers/src/main/New.java"), "");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
    mf(home);
    assertThat(home.resolve("builds")).hasContent("built\nbuilt");
  }

  /** What a build of uncommitted sources names is out of date once they are committed. */
  @Test
  void buildsAgainWhenWhatWasBuiltIsCommitted() throws IOException, InterruptedException {
    Path built = home.resolve("mf-cli/target/classes/org/mf4j/cli/commit");
    Files.createDirectories(built.getParent());
    Files.writeString(built, "abc-dirty\n");
    script("mf-cli/src/build/commit", "#!/bin/sh\necho abc-dirty\n");
    mf(home);
    mf(home);
    assertThat(home.resolve("builds")).hasContent("built");
    script("mf-cli/src/build/commit", "#!/bin/sh\necho def\n");
    mf(home);
    assertThat(home.resolve("builds")).hasContent("built\nbuilt");
    Files.writeString(built, "abc\n");
    mf(home);
    assertThat(home.resolve("builds")).hasContent("built\nbuilt");
  }

  @Test
  void examplesAreBuiltAndRunApartFromTheCommands() throws IOException, InterruptedException {
    Run run = mf(home, "example", "streaming", "3");
    assertThat(run.exitCode()).isEqualTo(7);
    assertThat(run.out()).endsWith(" org.mf4j.examples.Examples streaming 3\n");
    assertThat(Files.readString(home.resolve("classpath")))
        .endsWith("/mf-examples/target/classes:mf-examples.jar\n")
        .doesNotContain("mf-cli");
    assertThat(home.resolve("mf-cli/target")).doesNotExist();
    assertThat(mf(home, "example").err()).isEmpty();
    mf(home, "compare");
    assertThat(home.resolve("builds")).hasContent("built\nbuilt");
  }

  @Test
  void sparkIsBuiltAndRunApartFromTheCommands() throws IOException, InterruptedException {
    Run run = mf(home, "spark", "fit", "--units", "3");
    assertThat(run.exitCode()).isEqualTo(7);
    assertThat(run.out()).endsWith(" org.mf4j.spark.Main fit --units 3\n");
    assertThat(Files.readString(home.resolve("classpath")))
        .endsWith("/mf-spark/target/classes:mf-spark.jar\n");
    assertThat(home.resolve("options"))
        .hasContent("@" + home.toRealPath() + "/mf-spark/src/build/java-options");
    assertThat(home.resolve("mf-cli/target")).doesNotExist();
  }

  @Test
  void notebooksAreHandedToPythonWithTheKernelAndTheCommandThatStartsJava()
      throws IOException, InterruptedException {
    script(
        "bin/python3",
        """
        #!/bin/sh
        [ "$1" != -c ] || exit 0
        printf '%s\\n' "$OMP_NUM_THREADS" "$@"
        """);
    Run run = mf(home, "notebook", "--check", "a b.ipynb");
    Path real = home.toRealPath();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .startsWith("1", real + "/notebooks/tool/run.py", "kernel.jar", home + "/jdk/bin/java")
        .endsWith(
            "-cp", real + "/notebooks/target/classes:notebooks.jar", "--", "--check", "a b.ipynb");
    assertThat(home.resolve("mf-cli/target")).doesNotExist();
  }

  @Test
  void aFailedBuildIsOneSentenceAndIsTriedAgain() throws IOException, InterruptedException {
    script("mvnw", "#!/bin/sh\necho tried >> builds\nexit 1\n");
    for (int i = 0; i < 2; i++) {
      Run run = mf(home);
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains("mf: the build failed; see ");
      assertThat(run.out()).isEmpty();
    }
    assertThat(home.resolve("builds")).hasContent("tried\ntried");
  }

  @Test
  void whatJavaPickedUpIsNoVersion() throws IOException, InterruptedException {
    script(
        "jdk/bin/javac",
        "#!/bin/sh\necho Picked up JAVA_TOOL_OPTIONS: -Xmx1g >&2\necho javac 21.0.1\n");
    assertThat(mf(home, "compare").exitCode()).isEqualTo(7);
    assertThat(home.resolve("builds")).exists();
  }

  @Test
  void anOldJavaIsOneSentence() throws IOException, InterruptedException {
    script("jdk/bin/javac", "#!/bin/sh\necho javac 1.8.0_402\n");
    Run run = mf(home);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "mf: a JDK of version 17 or newer is needed; install one or set JAVA_HOME to it.\n");
    assertThat(home.resolve("builds")).doesNotExist();
  }

  private Run mf(Path folder, String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(home.resolve("mf").toString()));
    command.addAll(List.of(args));
    return run(command, folder);
  }

  private Run run(List<String> command, Path folder) throws IOException, InterruptedException {
    Path out = home.resolve("stdout");
    Path err = home.resolve("stderr");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("JAVA_HOME", home.resolve("jdk").toString());
    builder
        .environment()
        .merge("PATH", home.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
    builder.environment().remove("OMP_NUM_THREADS");
    int exitCode = builder.start().waitFor();
    return new Run(exitCode, Files.readString(out), Files.readString(err));
  }

  private void script(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /**
   * Wine's cmd misreads the loop around PowerShell in it, and Debian has no PowerShell: that
   * Maven's own script is whole is all that can be told here.
   */
  @Test
  void mavensScriptForWindowsIsThatOfTheWrapper() throws IOException {
    String version =
        Files.readAllLines(Path.of("../.mvn/wrapper/maven-wrapper.properties")).stream()
            .filter(line -> line.startsWith("wrapperVersion="))
            .map(line -> line.substring(line.indexOf('=') + 1))
            .findFirst()
            .orElseThrow();
    String title = "Apache Maven Wrapper startup batch script, version " + version;
    assertThat(Files.readString(Path.of("../mvnw"))).contains(title);
    String script = Files.readString(Path.of("../mvnw.cmd"));
    assertThat(script).startsWith("<# : batch portion\r\n").contains(title + "\r\n");
    assertThat(script.replace("\r\n", "")).doesNotContain("\n", "\r");
    assertThat(script).contains(": end batch / begin powershell #>\r\n").endsWith("\r\n");
  }
}
