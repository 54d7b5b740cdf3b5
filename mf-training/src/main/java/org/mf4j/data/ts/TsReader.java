package org.mf4j.data.ts;

import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.text.SetBuilder;
import org.mf4j.data.text.TextKind;
import org.mf4j.data.text.TextLines;

/**
 * Reads the series of a {@code .ts} file one after the other, in memory for one series.
 *
 * <p>Header keys in any letter case, missing keys, comments ({@code #}, {@code %}), one or more
 * channels, equal or unequal lengths, class labels or numbers to regress, and missing values
 * ({@code ?}, {@code NaN} and the like: read as NaN) are understood. Time stamps are not, and
 * series without labels only where they are asked for. Whatever is wrong ends in a {@link
 * DataException} that names file, line and, where it applies, column.
 */
public final class TsReader implements Iterator<Series>, AutoCloseable {
  /** What such a file looks like: lines that begin with {@code #} or {@code %} are comments. */
  public static final TextKind KIND = new TextKind(".ts", TextKind.Comments.marked("#%"));

  private final TextLines lines;
  private final TsHeader header;
  private final TsSeriesParser parser;
  private String pending;
  private int line;

  /**
   * Reads the header.
   *
   * @param in the text, UTF-8; closed by {@link #close()}
   * @param origin what messages call it
   * @throws DataException if the header is bad; the stream is closed then
   */
  public TsReader(InputStream in, String origin) {
    this(new TextLines(in, origin, KIND), true);
  }

  TsReader(TextLines lines, boolean labelsRequired) {
    this.lines = lines;
    try {
      this.header = TsHeaderParser.parse(lines, labelsRequired);
    } catch (DataException e) {
      lines.close();
      throw e;
    }
    this.parser = new TsSeriesParser(lines, header, labelsRequired);
  }

  /**
   * Reads a whole file.
   *
   * @param lines of the file, in front of the first
   * @param name the name of the set: the header's {@code @problemName} is wrong in some files of the
   *     archive
   * @param targetsRequired false accepts series without labels: the header says neither {@code
   *     @classLabel true} nor {@code @targetLabel true}, or what follows the last colon of a line is
   *     {@code ?} or nothing; all targets are then NaN
   * @return its series in the order of the file
   * @throws DataException if the file is bad or without series
   */
  public static SeriesSet readAll(TextLines lines, String name, boolean targetsRequired) {
    TsReader reader = new TsReader(lines, targetsRequired);
    SetBuilder set = new SetBuilder(name);
    reader.forEachRemaining(one -> set.add(one.channels(), one.target()));
    if (set.isEmpty()) {
      throw lines.fileError("has no series after @data.");
    }
    return set.build(reader.header().classes());
  }

  /**
   * The header.
   *
   * @return what precedes {@code @data}
   */
  public TsHeader header() {
    return header;
  }

  /**
   * Where the series that {@link #next()} returned last stands.
   *
   * @return its line, from 1; 0 before the first
   */
  public int line() {
    return line;
  }

  @Override
  public boolean hasNext() {
    if (pending == null) {
      pending = lines.next();
    }
    return pending != null;
  }

  /**
   * The next series.
   *
   * @return values and target
   * @throws DataException if the line is bad
   * @throws NoSuchElementException at the end
   */
  @Override
  public Series next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no series after line " + line);
    }
    Series series = parser.parse(pending);
    pending = null;
    line = lines.number();
    return series;
  }

  @Override
  public void close() {
    lines.close();
  }
}
