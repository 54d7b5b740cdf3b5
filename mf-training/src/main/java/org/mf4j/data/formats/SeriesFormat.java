package org.mf4j.data.formats;

import java.util.List;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.text.TextKind;
import org.mf4j.data.text.TextLines;

/**
 * A file format of series. Found by {@link java.util.ServiceLoader}: a module that brings a format
 * names it, a public class with a public constructor without arguments, in {@code
 * META-INF/services/org.mf4j.data.formats.SeriesFormat}; every command then reads such files.
 */
public interface SeriesFormat {
  /** {@return the extensions of its files in lower case, without dot, which tell formats apart} */
  List<String> extensions();

  /** {@return what a text of the format looks like} */
  TextKind kind();

  /**
   * Reads to the end.
   *
   * @param lines of the file, in front of the first
   * @param name the name of the data set
   * @param targetsRequired false accepts series without targets, which are then all NaN
   * @return the series in the order of the file
   * @throws DataException if the file is bad or without series
   */
  SeriesSet read(TextLines lines, String name, boolean targetsRequired);
}
