package org.mf4j.data.series;

import org.mf4j.options.Printable;

/**
 * Data that cannot be used. The message is one sentence for the user: what is wrong, where, and,
 * unless that is obvious, what to do. Names in it come from foreign files, so whatever a terminal
 * would obey is escaped.
 */
public final class DataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Bad content.
   *
   * @param sentence the message, complete as it stands
   */
  public DataException(String sentence) {
    super(Printable.escaped(sentence));
  }

  /**
   * Content that could not be read.
   *
   * @param sentence the message, complete as it stands
   * @param cause what the file system said
   */
  public DataException(String sentence, Throwable cause) {
    super(Printable.escaped(sentence), cause);
  }
}
