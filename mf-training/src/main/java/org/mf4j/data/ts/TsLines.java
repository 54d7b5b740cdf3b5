package org.mf4j.data.ts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.mf4j.data.DataException;

/** The lines of one file that mean something, and where we are, for the messages. */
final class TsLines implements AutoCloseable {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final BufferedReader reader;
  private final String origin;
  private int number;

  /** Letters outside UTF-8, which old comments have, are read as replacement characters. */
  TsLines(InputStream in, String origin) {
    this.reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
    this.origin = origin;
  }

  /** The next line that is neither blank nor a comment, unstripped; null at the end. */
  String next() {
    try {
      String line = reader.readLine();
      while (line != null) {
        number++;
        if (number == 1 && line.startsWith(BYTE_ORDER_MARK)) {
          line = line.substring(1);
        }
        if (hasContent(line)) {
          return line;
        }
        line = reader.readLine();
      }
      return null;
    } catch (IOException e) {
      throw new DataException(origin + " cannot be read: " + e + ".", e);
    }
  }

  private static boolean hasContent(String line) {
    String stripped = line.stripLeading();
    return !stripped.isEmpty() && stripped.charAt(0) != '#' && stripped.charAt(0) != '%';
  }

  /** The number of the line last read, from 1; 0 before the first. */
  int number() {
    return number;
  }

  /** "FILE is empty.", for instance. */
  DataException fileError(String predicate) {
    return new DataException(origin + " " + predicate);
  }

  DataException lineError(String sentence) {
    return new DataException(origin + ", line " + number + ": " + sentence);
  }

  /** The index counts from 0 in the line, the column of the message from 1. */
  DataException columnError(int index, String sentence) {
    return new DataException(
        origin + ", line " + number + ", column " + (index + 1) + ": " + sentence);
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new DataException(origin + " cannot be closed: " + e + ".", e);
    }
  }
}
