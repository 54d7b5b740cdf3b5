package org.mf4j.data.arff;

import java.nio.file.Path;
import org.mf4j.data.DataException;
import org.mf4j.data.SeriesSet;
import org.mf4j.data.text.SetBuilder;
import org.mf4j.data.text.SetName;
import org.mf4j.data.text.TextLines;

/**
 * A file in Weka's {@code .arff} format (<a
 * href="https://waikato.github.io/weka-wiki/formats_and_processing/arff_stable/">definition</a>),
 * in the two shapes of the archives:
 *
 * <ul>
 *   <li>one channel: a numeric attribute per step;
 *   <li>several channels: one relational attribute of a numeric attribute per step, its value a
 *       quoted string with a row per channel, the rows separated by {@code \n}.
 * </ul>
 *
 * <p>The last attribute is the target: a nominal one names the classes in their order, a numeric
 * one is a number to regress. Keywords in any letter case, comments ({@code %}), quoted names and
 * labels and missing values ({@code ?}) are understood; missing values at the end of all channels
 * are padding and dropped, for the format has no lengths. Sparse rows, weights, dates and strings
 * are refused.
 */
public final class ArffFile {
  private ArffFile() {}

  /**
   * Reads a file.
   *
   * @param file the file
   * @return its series in the order of the file, named like the file without {@code _TRAIN}, {@code
   *     _TEST} and extension
   * @throws DataException if the file is missing, bad, or without series
   */
  public static SeriesSet read(Path file) {
    return read(file, true);
  }

  /**
   * Reads a file whose targets may be unknown: {@code ?} in their place.
   *
   * @param file the file
   * @return as {@link #read(Path)}; if any target is unknown, all are NaN
   * @throws DataException if the file is missing, bad, or without series
   */
  public static SeriesSet readToPredict(Path file) {
    return read(file, false);
  }

  private static SeriesSet read(Path file, boolean targetsRequired) {
    try (TextLines lines = TextLines.open(file, "%")) {
      ArffHeader header = ArffHeaderParser.parse(lines);
      ArffRowParser parser = new ArffRowParser(lines, header, targetsRequired);
      SetBuilder set = new SetBuilder(SetName.of(file));
      for (String line = lines.next(); line != null; line = lines.next()) {
        parser.parse(line, set);
      }
      if (set.isEmpty()) {
        throw lines.fileError("has no series after @data.");
      }
      return set.build(header.classes());
    }
  }
}
