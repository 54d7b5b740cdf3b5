package org.mf4j.data.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.Sha256;

/**
 * The lines of one file that mean something, and where we are, for the messages. Whatever is no
 * text is refused, but in comments, where old files have letters of other encodings.
 */
public final class TextLines implements AutoCloseable {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final char NOT_UTF_8 = '\uFFFD';

  private final DigestInputStream bytes;
  private final LineSource source;
  private final String origin;
  private final TextKind kind;
  private final List<String> notes = new ArrayList<>();
  private boolean begun;
  private int number;

  /**
   * The lines of a text in UTF-8.
   *
   * @param in the text; closed by {@link #close()}
   * @param origin what messages call it
   * @param kind what it should be
   */
  public TextLines(InputStream in, String origin, TextKind kind) {
    this(in, origin, kind, StandardCharsets.UTF_8);
  }

  private TextLines(InputStream in, String origin, TextKind kind, Charset charset) {
    this.bytes = new DigestInputStream(in, Sha256.algorithm());
    this.source = new LineSource(new InputStreamReader(bytes, charset));
    this.origin = origin;
    this.kind = kind;
  }

  /**
   * The lines of a file in UTF-8, UTF-16 or Windows-1252, whichever it is.
   *
   * @param file the file
   * @param kind what it should be
   * @return the lines, in front of the first
   * @throws DataException if there is no such file
   */
  public static TextLines open(Path file, TextKind kind) {
    if (Files.notExists(file)) {
      throw new DataException("There is no file " + file + ".");
    }
    if (Files.isDirectory(file)) {
      throw new DataException(file + " is a directory; name a file.");
    }
    try {
      Charset charset = TextEncoding.of(file);
      TextLines lines = new TextLines(Files.newInputStream(file), file.toString(), kind, charset);
      if (TextEncoding.isGuessed(charset)) {
        lines.note(
            "is no UTF-8, and is read as Windows-1252; if letters come out wrong, save it as UTF-8.");
      }
      return lines;
    } catch (IOException e) {
      throw new DataException(file + " cannot be read: " + e + ".", e);
    }
  }

  /**
   * The next line that is neither blank nor a comment.
   *
   * @return the line, unstripped; null at the end
   * @throws DataException if the file cannot be read, is no text in UTF-8, or has an endless line
   */
  public String next() {
    String line = nextOfAll();
    while (line != null && !hasContent(line)) {
      line = nextOfAll();
    }
    if (line != null) {
      requireText(line);
      begun = true;
    }
    return line;
  }

  private String nextOfAll() {
    try {
      String line = source.next();
      number += line == null ? 0 : 1;
      return number == 1 && line != null && line.startsWith(BYTE_ORDER_MARK)
          ? line.substring(1)
          : line;
    } catch (LineSource.LineTooLongException e) {
      throw lineError(
          number + 1,
          "the line has more than %d characters, which no series has; is this the right file?"
              .formatted(LineSource.LONGEST_LINE));
    } catch (IOException e) {
      throw new DataException(origin + " cannot be read: " + e + ".", e);
    }
  }

  private boolean hasContent(String line) {
    String stripped = line.stripLeading();
    return !stripped.isEmpty() && !kind.comments().isComment(stripped, !begun);
  }

  private void requireText(String line) {
    if (!begun && TextKind.isCompressed(line)) {
      throw fileError(
          "is not a text file; if it is compressed, unpack it and name the "
              + kind.name()
              + " file inside.");
    }
    if (!begun && TextKind.isWebPage(line)) {
      throw fileError(
          "is a web page, not a "
              + kind.name()
              + " file; download the data set again, with its exact name.");
    }
    if (line.indexOf('\0') >= 0) {
      throw lineError(
          "this is no text in UTF-8; if it is UTF-16, as Excel's \"Unicode text\" is, save the file"
              + " as UTF-8 (iconv -f UTF-16 -t UTF-8).");
    }
    int foreign = line.indexOf(NOT_UTF_8);
    if (foreign >= 0) {
      throw columnError(
          foreign,
          "the letters are not UTF-8; save the file as UTF-8 (for instance iconv -f CP1252 -t"
              + " UTF-8).");
    }
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
   * Keeps what the user should know about a file that is read all the same.
   *
   * @param line the number of the line that it is about
   * @param sentence what
   */
  public void note(int line, String sentence) {
    notes.add(origin + ", line " + line + ": " + sentence);
  }

  /**
   * Keeps what the user should know about how the whole file is read.
   *
   * @param predicate what, without a subject
   */
  public void note(String predicate) {
    notes.add(origin + " " + predicate);
  }

  /**
   * What the user should know.
   *
   * @return one sentence each, with file and line
   */
  public List<String> notes() {
    return List.copyOf(notes);
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
    return lineError(number, sentence);
  }

  /**
   * Something is wrong with a line read before.
   *
   * @param number its number, from 1
   * @param sentence what
   * @return an exception that names file and line
   */
  public DataException lineError(int number, String sentence) {
    return new DataException(origin + ", line " + number + ": " + sentence);
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
      source.close();
    } catch (IOException e) {
      throw new DataException(origin + " cannot be closed: " + e + ".", e);
    }
  }
}
