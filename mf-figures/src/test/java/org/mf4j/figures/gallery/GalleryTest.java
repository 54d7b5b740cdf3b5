package org.mf4j.figures.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mf4j.data.series.Series;
import org.mf4j.figures.Drawn;
import org.mf4j.figures.Figure;
import org.mf4j.signals.MackeyGlass;

class GalleryTest {
  private static final Pattern WORDS = Pattern.compile(">([^<]*\\p{L}[^<]*)</text>");
  private static final Pattern COLOURS = Pattern.compile("(rgb\\([^)]*\\))");

  private static final Pattern COUNTS = Pattern.compile(">(\\d+)</text>");
  private static final Path FIRST_PAGE = Path.of("..", "docs", "pictures");

  @TempDir private Path folder;

  private static Sheet sheet(String names) {
    return new Gallery(1, Optional.empty())
        .sheets().stream().filter(one -> one.names().equals(names)).findFirst().orElseThrow();
  }

  /** The sheets that take no more than seconds. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "accuracy-over-time",
        "rate-range",
        "pulse-responses",
        "stochastic-conductance",
        "nanowire-pulse",
        "memory-factor",
        "table-4-accuracy, table-4-rmse",
        "reservoir-states, eigenspectra",
        "confusion-matrix"
      })
  void figuresHaveTheNamesThatTheirSheetPromises(String names) throws InterruptedException {
    Stream<String> drawn =
        sheet(names).figures().stream().map(figure -> Drawn.checked(() -> figure, folder).name());
    assertThat(drawn).containsExactly(names.split(", "));
  }

  /**
   * Their words and colours, in their order; ticks and places depend on the fonts of the machine.
   */
  @ParameterizedTest
  @ValueSource(strings = {"accuracy-over-time", "pulse-responses", "confusion-matrix"})
  void thePicturesOfTheFirstPageAreThoseThatAreDrawn(String name)
      throws IOException, InterruptedException {
    Path committed = FIRST_PAGE.resolve(name + ".svg");
    String drawn = sheet(name).figures().get(0).svg();
    for (Pattern part : List.of(WORDS, COLOURS)) {
      assertThat(found(part, Files.readString(committed)))
          .isNotEmpty()
          .isEqualTo(found(part, drawn));
    }
  }

  /** Another processor may round a series or two into another class. */
  @Test
  void theCountsOfTheFirstPageAreThoseThatAreDrawn() throws IOException, InterruptedException {
    int[] committed = counts(Files.readString(FIRST_PAGE.resolve("confusion-matrix.svg")));
    int[] drawn = counts(sheet("confusion-matrix").figures().get(0).svg());
    assertThat(IntStream.of(drawn).sum()).isEqualTo(300);
    assertThat(committed).hasSameSizeAs(drawn).hasSize(36);
    assertThat(IntStream.range(0, 36).map(i -> Math.abs(drawn[i] - committed[i])).sum())
        .isLessThanOrEqualTo(6);
  }

  private static int[] counts(String svg) {
    return COUNTS
        .matcher(svg)
        .results()
        .mapToInt(match -> Integer.parseInt(match.group(1)))
        .toArray();
  }

  private static List<String> found(Pattern part, String svg) {
    return part.matcher(svg).results().map(match -> match.group(1)).distinct().toList();
  }

  @Test
  void theReservoirsEigenvaluesOfASmallStepLieCloseToGamma() throws InterruptedException {
    Figure spectra = sheet("reservoir-states, eigenspectra").figures().get(1);
    assertThat(spectra.panels()).hasSize(9);
    double[] real = new double[100];
    for (int i = 0; i < real.length; i++) {
      real[i] = Drawn.plot(spectra, 0).getDataset(0).getXValue(0, i);
    }
    // deltaT = 0.001, gamma = 0.95: off by deltaT (p + coupling) at most.
    assertThat(DoubleStream.of(real)).allMatch(value -> Math.abs(value - .95) < .05);
  }

  @Test
  void absentDataSetsAreNamed() throws IOException {
    Sheet assemblies = sheet("assembly-accuracy");
    assertThat(assemblies.missing(Optional.empty())).containsExactly("ECG5000", "SyntheticControl");
    Files.createDirectory(folder.resolve("ECG5000"));
    Files.createFile(folder.resolve("ECG5000/ECG5000_TRAIN.ts"));
    assertThat(assemblies.missing(Optional.of(folder))).containsExactly("SyntheticControl");
    assertThat(sheet("rate-range").missing(Optional.empty())).isEmpty();
  }

  @Test
  void mackeyGlassIsForecastSixStepsAhead() {
    double[] x = MackeyGlass.standard().generate(0, 1300);
    Series first = MackeyGlassForecasts.MackeyGlassWindows.test().series().get(0);
    assertThat(first.channels()[0]).startsWith(x[1200]).endsWith(x[1259]).hasSize(60);
    assertThat(first.target()).isEqualTo(x[1265]);
    assertThat(MackeyGlassForecasts.MackeyGlassWindows.train().size()).isEqualTo(1000);
  }
}
