package org.mf4j.data.ts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mf4j.data.DataException;
import org.mf4j.data.Series;
import org.mf4j.data.SeriesSet;
import org.mf4j.data.text.SetName;

/** A whole {@code .ts} file in memory. */
public final class TsFile {
  private TsFile() {}

  /**
   * Reads a file.
   *
   * @param file the file; {@link TsReader} says what it may hold
   * @return its series in the order of the file; missing values are NaN. The name is the file's,
   *     without {@code _TRAIN}, {@code _TEST} and {@code .ts}: the header's {@code @problemName} is
   *     wrong in some files of the archive
   * @throws DataException if the file is missing, bad, or without series
   */
  public static SeriesSet read(Path file) {
    try (TsReader reader = TsReader.open(file)) {
      return readAll(reader, file);
    }
  }

  /**
   * Reads a file whose series may lack labels: its header says neither {@code @classLabel true} nor
   * {@code @targetLabel true}, and no line ends with one.
   *
   * @param file the file
   * @return as {@link #read}; without labels, the targets are NaN
   * @throws DataException if the file is missing, bad, or without series
   */
  public static SeriesSet readToPredict(Path file) {
    try (TsReader reader = TsReader.openToPredict(file)) {
      return readAll(reader, file);
    }
  }

  private static SeriesSet readAll(TsReader reader, Path file) {
    List<Series> series = new ArrayList<>();
    reader.forEachRemaining(series::add);
    if (series.isEmpty()) {
      throw new DataException(file + " has no series after @data.");
    }
    return new SeriesSet(SetName.of(file), reader.header().classes(), series);
  }
}
