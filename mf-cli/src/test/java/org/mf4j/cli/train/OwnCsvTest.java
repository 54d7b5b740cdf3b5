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
import org.mf4j.data.formats.SeriesFile;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;

/** What docs/tutorial.md and docs/faq.md tell people with CSV files to type does what they say. */
class OwnCsvTest {
  private static final Path ROOT = Path.of("..");
  private static final double[][] DOWN = {{3, 2.5, 1}, {0, 1, 0}};
  private static final double[][] UP = {{1, 2, 3.5, 4}, {1, 1, 0, 1}};

  @TempDir private Path folder;

  @BeforeEach
  void needsBashAndAwk() throws IOException, InterruptedException {
    assumeTrue(
        new ProcessBuilder("bash", "-c", "command -v awk").start().waitFor() == 0,
        "these commands need bash and awk, which this machine lacks");
  }

  @Test
  void theTutorialLeadsFromACsvToPredictions() throws IOException, InterruptedException {
    Path launcher = folder.resolve("mf");
    Files.writeString(
        launcher,
        "#!/bin/sh\nexec java -XX:+UseSerialGC -cp '%s' org.mf4j.cli.Mf \"$@\"\n"
            .formatted(absoluteClassPath()));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    String out = bash(section("docs/tutorial.md", "From your CSV to a model in five minutes"));
    assertThat(out)
        .contains("mine: 63 training and 27 test series, 60 steps, 1 channel, 3 classes")
        .containsPattern("hetero-mf-esn  (1\\.000|0\\.9)")
        .contains("Trained hetero-mf-esn on 90 series of mine (3 classes;")
        .endsWith("index,prediction\n0,calm\n1,slow\n2,fast\n");
  }

  @Test
  void otherShapesBecomeFilesThatAreRead() throws IOException, InterruptedException {
    write("last.csv", "3,2.5,1,down\n1,2,3.5,4,up\n");
    write("unlabelled.csv", "3,2.5,1\n");
    write("numbers.csv", "0.5,3,2.5,1\n-7,1,2,3.5,4\n");
    write("down/a.csv", "3,0\n2.5,1\n1,0\n");
    write("up/a.csv", "1,1\n2,1\n3.5,0\n4,1\n");
    write(
        "long.csv",
        """
        series,class,x,y
        7,down,3,0
        7,down,2.5,1
        7,down,1,0
        2,up,1,1
        2,up,2,1
        2,up,3.5,0
        2,up,4,1
        """);
    bash(section("docs/faq.md", "My data are CSV files"));
    assertHolds(read("mine.csv"), new double[][] {DOWN[0]}, 0, new double[][] {UP[0]}, 1);
    assertHolds(read("numbers.ts"), new double[][] {DOWN[0]}, .5, new double[][] {UP[0]}, -7);
    assertHolds(read("folders.ts"), DOWN, 0, UP, 1);
    assertHolds(read("table.ts"), DOWN, 0, UP, 1);
    SeriesSet unlabelled = SeriesFile.readToPredict(folder.resolve("new.csv"));
    assertThat(unlabelled.isLabelled()).isFalse();
    assertThat(unlabelled.series().get(0).channels()).isDeepEqualTo(new double[][] {DOWN[0]});
  }

  private static void assertHolds(
      SeriesSet set, double[][] first, double target, double[][] second, double other) {
    assertThat(set.series()).extracting(Series::target).containsExactly(target, other);
    assertThat(set.series().get(0).channels()).isDeepEqualTo(first);
    assertThat(set.series().get(1).channels()).isDeepEqualTo(second);
  }

  private SeriesSet read(String name) {
    return SeriesFile.read(folder.resolve(name));
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
