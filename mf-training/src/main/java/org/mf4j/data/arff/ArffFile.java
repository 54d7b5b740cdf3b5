package org.mf4j.data.arff;

import org.mf4j.data.series.DataException;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.text.SetBuilder;
import org.mf4j.data.text.TextKind;
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
 * one is a number to regress. As in Weka, keywords are in any letter case, commas, blanks and tabs
 * separate, commas at the end of a row count for nothing, fields may stand in quotation marks, a
 * percent sign outside of them begins a comment, and what follows a numeric type (a range) says
 * nothing. Missing values ({@code ?}) at the end of all channels are padding and dropped, for the
 * format has no lengths. Sparse rows, weights, dates and strings are refused.
 */
public final class ArffFile {
  /** What such a file looks like: lines that begin with {@code %} are comments. */
  public static final TextKind KIND = new TextKind(".arff", TextKind.Comments.marked("%"));

  private ArffFile() {}

  /**
   * Reads a whole file.
   *
   * @param lines of the file, in front of the first
   * @param name the name of the set
   * @param targetsRequired false accepts targets that are unknown, {@code ?} in their place; all
   *     targets are then NaN
   * @return its series in the order of the file
   * @throws DataException if the file is bad or without series
   */
  public static SeriesSet readAll(TextLines lines, String name, boolean targetsRequired) {
    ArffHeader header = ArffHeaderParser.parse(lines);
    ArffRowParser parser = new ArffRowParser(lines, header, targetsRequired);
    SetBuilder set = new SetBuilder(name);
    for (String line = lines.next(); line != null; line = lines.next()) {
      parser.parse(ArffField.withoutComment(line), set);
    }
    if (set.isEmpty()) {
      throw lines.fileError("has no series after @data.");
    }
    return set.build(header.classes());
  }
}
