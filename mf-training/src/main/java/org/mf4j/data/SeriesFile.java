package org.mf4j.data;

import java.nio.file.Path;
import java.util.List;

/**
 * A file of series in any format that is understood, told by its extension: {@code .ts} ({@link
 * org.mf4j.data.ts.TsReader}), UCR's {@code .tsv}, {@code .txt} and {@code .csv} ({@link
 * org.mf4j.data.ucr.UcrFile}), and {@code .arff} ({@link org.mf4j.data.arff.ArffFile}).
 */
public final class SeriesFile {
  private SeriesFile() {}

  /**
   * Reads a file.
   *
   * @param file the file
   * @return its series in the order of the file, missing values as NaN; named like the file,
   *     without {@code _TRAIN}, {@code _TEST} and extension
   * @throws DataException if the extension is not known, or the file is missing, bad, or without
   *     series
   */
  public static SeriesSet read(Path file) {
    return SeriesFormat.of(file).read().apply(file);
  }

  /**
   * Reads a file whose series may lack labels.
   *
   * @param file the file
   * @return as {@link #read}; without labels, the targets are NaN
   * @throws DataException if the extension is not known, or the file is missing, bad, or without
   *     series
   */
  public static SeriesSet readToPredict(Path file) {
    return SeriesFormat.of(file).readToPredict().apply(file);
  }

  /**
   * The extensions of the formats.
   *
   * @return extensions without dot, in the order of preference where one data set has several
   */
  public static List<String> extensions() {
    return SeriesFormat.allExtensions();
  }
}
