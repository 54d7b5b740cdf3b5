package org.mf4j.data.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.Sha256;

/** The lines of one file that mean something, and where we are, for the messages. */
public final class TextLines implements AutoCloseable {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String ZIP = "PK\u0003\u0004";
  private static final char NOT_UTF_8 = '\uFFFD';

  private final DigestInputStream bytes;
  private final BufferedReader reader;
  private final String origin;
  private final String commentMarks;
  private int number;

  /**
   * The lines of a text. Letters outside UTF-8, which old comments have, are read as replacement
   * characters.
   *
   * @param in the text; closed by {@link #close()}
   * @param origin what messages call it
   * @param commentMarks the characters that begin a comment where they begin a line
   */
  public TextLines(InputStream in, String origin, String commentMarks) {
    this.bytes = new DigestInputStream(in, Sha256.algorithm());
    this.reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8), 1 << 16);
    this.origin = origin;
    this.commentMarks = commentMarks;
  }

  /**
   * The lines of a file.
   *
   * @param file the file
   * @param commentMarks the characters that begin a comment where they begin a line
   * @return the lines, in front of the first
   * @throws DataException if there is no such file
   */
  public static TextLines open(Path file, String commentMarks) {
    if (Files.notExists(file)) {
      throw new DataException("There is no file " + file + ".");
    }
    if (Files.isDirectory(file)) {
      throw new DataException(file + " is a directory; name a file.");
    }
    try {
      return new TextLines(Files.newInputStream(file), file.toString(), commentMarks);
    } catch (IOException e) {
      throw new DataException(file + " cannot be read: " + e + ".", e);
    }
  }

  /**
   * The next line that is neither blank nor a comment.
   *
   * @return the line, unstripped; null at the end
   * @throws DataException if the file cannot be read
   */
  public String next() {
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

  private boolean hasContent(String line) {
    String stripped = line.stripLeading();
    return !stripped.isEmpty() && commentMarks.indexOf(stripped.charAt(0)) < 0;
  }

  /**
   * Where we are.
   *
   * @return the number of the line last read, from 1; 0 before the first
   */
  public int number() {
    return number;
  }

  /**
   * The digest of the whole text, its bytes as they are: comments and blank lines count.
   *
   * @return 64 hexadecimal digits, as {@code sha256sum} prints them
   * @throws DataException if what is left of the file cannot be read
   */
  public String sha256() {
    try {
      bytes.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
    } catch (IOException e) {
      throw new DataException(origin + " cannot be read: " + e + ".", e);
    }
  }

  /**
   * Something is wrong with the whole file.
   *
   * @param predicate for instance "is empty."
   * @return an exception that names the file
   */
  public DataException fileError(String predicate) {
    return new DataException(origin + " " + predicate);
  }

  /**
   * Something is wrong with the line last read.
   *
   * @param sentence what
   * @return an exception that names file and line
   */
  public DataException lineError(String sentence) {
    return new DataException(origin + ", line " + number + ": " + sentence);
  }

  /**
   * Refuses a file that is not of its format at all, as the first line shows.
   *
   * @param line the first line
   * @param extension of the format expected, with its dot
   * @throws DataException if the file is a web page or no text
   */
  public void refuseForeignContent(String line, String extension) {
    String start = line.stripLeading();
    if (start.startsWith(ZIP) || start.charAt(0) == NOT_UTF_8) {
      throw fileError(
          "is not a text file; if it is compressed, unpack it and name the "
              + extension
              + " file inside.");
    }
    if (start.charAt(0) == '<') {
      throw fileError(
          "is a web page, not a "
              + extension
              + " file; download the data set again, with its exact name.");
    }
  }

  /**
   * Something is wrong with a part of the line last read.
   *
   * @param index where the part begins, from 0 in the line; the message counts from 1
   * @param sentence what
   * @return an exception that names file, line and column
   */
  public DataException columnError(int index, String sentence) {
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
