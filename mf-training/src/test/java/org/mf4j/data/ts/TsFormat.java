package org.mf4j.data.ts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;

/** Writes .ts text, for tests that read it back. */
public final class TsFormat {
  private TsFormat() {}

  public static Path write(Path file, SeriesSet set) throws IOException {
    return Files.writeString(file, text(set));
  }

  public static String text(SeriesSet set) {
    String labels =
        set.isClassification()
            ? "@classLabel true " + String.join(" ", set.classes())
            : "@targetLabel true";
    return set.series().stream()
        .map(series -> line(set, series))
        .collect(Collectors.joining("\n", labels + "\n@data\n", "\n"));
  }

  private static String line(SeriesSet set, Series series) {
    String channels =
        Arrays.stream(series.channels()).map(TsFormat::values).collect(Collectors.joining(":"));
    return channels
        + ":"
        + (set.isClassification()
            ? set.classes().get((int) series.target())
            : Double.toString(series.target()));
  }

  private static String values(double[] channel) {
    return Arrays.stream(channel)
        .mapToObj(value -> Double.isNaN(value) ? "?" : Double.toString(value))
        .collect(Collectors.joining(","));
  }
}
