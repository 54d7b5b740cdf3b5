package org.mf4j.cli.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/tutorial.md and docs/faq.md tell people with CSV files to type does what they say. */
class OwnCsvTest {
  private static final Path ROOT = Path.of("..");
  private static final String LONG =
      """
      series,t,class,rain,x,y
      7,31.1.2024,down,.5,3,0
      7,1.2.2024,down,.5,2.5,1
      2,3.1.2024,up,-7,3.5,0
      7,2.2.2024,down,.5,1,0
      2,1.1.2024,up,-7,1,1
      2,2.1.2024,up,-7,2,1
      2,4.1.2024,up,-7,4,1
      3,1.1.2024,up,-7,1,1
      3,2.1.2024,up,-7,2,1
      3,3.1.2024,up,-7,3,1
      """;

  @TempDir private Path folder;

  @BeforeEach
  void needsBashAndAwk() throws IOException, InterruptedException {
    assumeTrue(
        new ProcessBuilder("bash", "-c", "command -v awk").start().waitFor() == 0,
        "these commands need bash and awk, which this machine lacks");
  }

  @Test
  void theTutorialLeadsFromACsvToPredictions() throws IOException, InterruptedException {
    launcher();
    String out = bash(section("docs/tutorial.md", "From your CSV to a model in five minutes"));
    assertThat(out)
        .contains("mine: 63 training and 27 test series, 60 steps, 1 channel, 3 classes")
        .containsPattern("hetero-mf-esn  (1\\.000|0\\.9)")
        .contains("Trained hetero-mf-esn on 90 series of mine (3 classes;")
        .endsWith("index,prediction\n0,calm\n1,slow\n2,fast\n");
  }

  @Test
  void otherShapesAreReadAsTheyAre() throws IOException, InterruptedException {
    launcher();
    write("last.csv", "3,2.5,1,down\n1,2,3.5,4,up\n");
    write("unlabelled.csv", "3,2.5,1\n");
    write("numbers.csv", "0.5,3,2.5,1\n-7,1,2,3.5,4\n");
    write("charts/down/a.csv", "3,0\n2.5,1\n1,0\n");
    write("charts/up/a.csv", "1,1\n2,1\n3.5,0\n4,1\n");
    write("long.csv", LONG);
    String out = bash(section("docs/faq.md", "My data are CSV files"));
    assertThat(out.lines().filter(line -> line.matches("(series|channels|length|targets) .*")))
        .extracting(line -> line.replaceAll(" +", " "))
        .containsExactly(
            "series 2",
            "channels 1",
            "length 3 to 4 steps",
            "targets 2 classes (down: 1, up: 1)",
            "series 1",
            "channels 1",
            "length 3 steps",
            "targets no classes",
            "series 2",
            "channels 1",
            "length 3 to 4 steps",
            "targets numbers from -7.0 to 0.5",
            "series 2",
            "channels 2",
            "length 3 to 4 steps",
            "targets 2 classes (down: 1, up: 1)",
            "series 3",
            "channels 3",
            "length 3 to 4 steps",
            "targets 2 classes (down: 1, up: 2)",
            "series 3",
            "channels 2",
            "length 3 to 4 steps",
            "targets numbers from -7.0 to 0.5");
    assertThat(out)
        .contains("Trained mf-esn on 3 series of long (2 classes;")
        .contains(
            "mf: read long: 3 series of 2 channels, 3 to 4 steps; no classes; no value missing.");
    assertThat(Files.readAllLines(folder.resolve("predictions.csv"))).hasSize(4);
  }

  private void launcher() throws IOException {
    Path launcher = folder.resolve("mf");
    Files.writeString(
        launcher,
        "#!/bin/sh\nexec java -XX:+UseSerialGC -cp '%s' org.mf4j.cli.Mf \"$@\"\n"
            .formatted(absoluteClassPath()));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** The shell blocks of one section of a document. */
  private static String section(String document, String title) throws IOException {
    String text = Files.readString(ROOT.resolve(document));
    String section = text.split("\n## " + title + "\n", 2)[1].split("\n## ", 2)[0];
    return Stream.of(section.split("```sh\n"))
        .skip(1)
        .map(block -> block.substring(0, block.indexOf("```")))
        .collect(Collectors.joining());
  }

  private static String absoluteClassPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private String bash(String script) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(List.of("bash", "-euc", script))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    return Files.readString(output);
  }
}
