package org.mf4j.data.series;

/**
 * Data that cannot be used. The message is one sentence for the user: what is wrong, where, and,
 * unless that is obvious, what to do.
 */
public final class DataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Bad content.
   *
   * @param sentence the message, complete as it stands
   */
  public DataException(String sentence) {
    super(sentence);
  }

  /**
   * Content that could not be read.
   *
   * @param sentence the message, complete as it stands
   * @param cause what the file system said
   */
  public DataException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
