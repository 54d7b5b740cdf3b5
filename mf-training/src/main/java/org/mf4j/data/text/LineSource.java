package org.mf4j.data.text;

import java.io.IOException;
import java.io.Reader;

/**
 * The lines of a text, however they end, in bounded memory: {@link java.io.BufferedReader} would
 * collect a line of any length.
 */
final class LineSource implements AutoCloseable {
  /** Room for a million steps of three channels at full precision. */
  static final int LONGEST_LINE = 1 << 26;

  private final Reader reader;
  private final char[] buffer = new char[1 << 13];
  private int from;
  private int to;
  private boolean afterReturn;

  LineSource(Reader reader) {
    this.reader = reader;
  }

  /**
   * The next line without its end; null at the end of the text.
   *
   * @throws LineTooLongException if it has more than {@link #LONGEST_LINE} characters
   */
  String next() throws IOException {
    if (afterReturn && fill() && buffer[from] == '\n') {
      from++;
    }
    afterReturn = false;
    if (!fill()) {
      return null;
    }
    StringBuilder line = null;
    while (fill()) {
      int end = lineEnd();
      if (end < to) {
        afterReturn = buffer[end] == '\r';
        String rest = new String(buffer, from, end - from);
        from = end + 1;
        return line == null ? rest : line.append(rest).toString();
      }
      line = line == null ? new StringBuilder(2 * buffer.length) : line;
      // Before it is taken: at the limit the builder would double once more.
      if (line.length() + (to - from) > LONGEST_LINE) {
        throw new LineTooLongException();
      }
      line.append(buffer, from, to - from);
      from = to;
    }
    return line.toString();
  }

  private int lineEnd() {
    int end = from;
    while (end < to && buffer[end] != '\n' && buffer[end] != '\r') {
      end++;
    }
    return end;
  }

  /** Reads on if the buffer is used up; false at the end of the text. */
  private boolean fill() throws IOException {
    if (from == to) {
      from = 0;
      to = Math.max(0, reader.read(buffer, 0, buffer.length));
    }
    return from < to;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /** A line that no file of series has. */
  static final class LineTooLongException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
