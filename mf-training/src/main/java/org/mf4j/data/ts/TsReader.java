package org.mf4j.data.ts;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.mf4j.data.DataException;
import org.mf4j.data.Series;
import org.mf4j.data.text.TextLines;

/**
 * Reads the series of a {@code .ts} file one after the other, in memory for one series.
 *
 * <p>Header keys in any letter case, missing keys, comments ({@code #}, {@code %}), one or more
 * channels, equal or unequal lengths, class labels or numbers to regress, and missing values
 * ({@code ?}, {@code NaN}: read as NaN) are understood. Time stamps are not, and series without
 * labels only where they are asked for. Whatever is wrong ends in a {@link DataException} that
 * names file, line and, where it applies, column.
 */
public final class TsReader implements Iterator<Series>, AutoCloseable {
  private static final String COMMENT_MARKS = "#%";

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
    this(new TextLines(in, origin, COMMENT_MARKS), true);
  }

  private TsReader(TextLines lines, boolean labelsRequired) {
    this.lines = lines;
    try {
      this.header = TsHeaderParser.parse(lines, labelsRequired);
    } catch (DataException e) {
      lines.close();
      throw e;
    }
    this.parser = new TsSeriesParser(lines, header);
  }

  /**
   * Opens a file and reads its header.
   *
   * @param file the file
   * @return a reader in front of the first series
   * @throws DataException if there is no such file or its header is bad
   */
  public static TsReader open(Path file) {
    return new TsReader(TextLines.open(file, COMMENT_MARKS), true);
  }

  /**
   * Opens a file whose series may lack labels and reads its header.
   *
   * @param file the file
   * @return a reader in front of the first series; without labels the targets are NaN
   * @throws DataException if there is no such file or its header is bad
   */
  public static TsReader openToPredict(Path file) {
    return new TsReader(TextLines.open(file, COMMENT_MARKS), false);
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
