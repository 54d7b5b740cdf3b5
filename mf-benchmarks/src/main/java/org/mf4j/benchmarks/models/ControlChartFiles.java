package org.mf4j.benchmarks.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mf4j.data.ControlCharts;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;

/** The generated control charts as {@code .ts} files, for peers that are written in Python. */
public final class ControlChartFiles {
  private ControlChartFiles() {}

  /**
   * Writes {@code ControlCharts/ControlCharts_TRAIN.ts} and {@code _TEST.ts}.
   *
   * @param arguments the folder
   * @throws IOException if it cannot be written to
   */
  public static void main(String[] arguments) throws IOException {
    DatasetSplit charts = ControlCharts.generate(ControlCharts.DEFAULT_SEED);
    Path folder = Files.createDirectories(Path.of(arguments[0]).resolve(ControlCharts.NAME));
    write(folder.resolve(ControlCharts.NAME + "_TRAIN.ts"), charts.train());
    write(folder.resolve(ControlCharts.NAME + "_TEST.ts"), charts.test());
  }

  /** A class is a word there: its blanks become hyphens. */
  private static void write(Path file, SeriesSet set) throws IOException {
    String header =
        String.format(
            Locale.ROOT,
            "@problemName %s%n@timeStamps false%n@missing false%n@univariate true%n@equalLength true%n"
                + "@seriesLength %d%n@classLabel true %s%n@data",
            ControlCharts.NAME,
            ControlCharts.LENGTH,
            set.classes().stream().map(ControlChartFiles::word).collect(Collectors.joining(" ")));
    Stream<String> lines = set.series().stream().map(series -> line(series, set));
    Files.write(file, Stream.concat(Stream.of(header), lines).toList());
  }

  private static String line(Series series, SeriesSet set) {
    return Arrays.stream(series.channels()[0])
            .mapToObj(Double::toString)
            .collect(Collectors.joining(","))
        + ":"
        + word(set.classes().get((int) series.target()));
  }

  private static String word(String name) {
    return name.replace(' ', '-');
  }
}
