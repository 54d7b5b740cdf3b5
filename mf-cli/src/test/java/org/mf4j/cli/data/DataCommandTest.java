package org.mf4j.cli.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.cli.Run;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.figures.results.SeriesByClass;

class DataCommandTest {
  @TempDir private Path folder;

  @Test
  void saysWhatAFileWasTakenForAndDrawsIt() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.csv"), "a;0,5;1\nb;2;\na;3;4\n");
    Path report = folder.resolve("look");
    Run run = Run.mf("data", file.toString(), "--report", report.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            series    3
            channels  1
            length    1 to 2 steps
            targets   2 classes (a: 2, b: 1)
            missing   0 of 5 values
            """);
    assertThat(Files.readString(report.resolve("report.html")))
        .contains("2 classes (a: 2, b: 1)", "data:image/svg+xml", "sha256");
    assertThat(Files.readString(report.resolve("report.json"))).contains("\"missing\" : 0");
  }

  @Test
  void aFewSeriesOfEveryClassAreDrawn() {
    List<Series> series =
        IntStream.range(0, 12)
            .mapToObj(i -> new Series(new double[][] {{i, i + 1}, {0, 0}}, i % 2 == 0 ? 2 : 0))
            .toList();
    SeriesByClass look = DataCommand.Look.at(new SeriesSet("Mine", List.of("a", "b", "c"), series));
    assertThat(look.panels())
        .extracting(SeriesByClass.Panel::title)
        .containsExactly("class a: 6 series", "class c: 6 series");
    assertThat(look.panels().get(1).lines()).hasSize(4);
    assertThat(look.panels().get(1).lines().get(1)).containsExactly(2, 3);
    assertThat(look.caption()).contains("the first of 2 channels");
  }

  @Test
  void notesFollow() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.csv"), "id,x\na,1\na,2\nb,?\n");
    Run run = Run.mf("data", file.toString(), "--id", "id");
    assertThat(run.out()).contains("missing   1 of 3 values").endsWith("channels: x.\n");
  }

  @Test
  void columnsAloneAreAMistake() {
    Run run = Run.mf("train", "--model", "esn", "--label", "last", "--out", folder + "/m.zip");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--channels need --train; give both.");
  }
}
