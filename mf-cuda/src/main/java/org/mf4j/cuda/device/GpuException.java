package org.mf4j.cuda.device;

/** A device refused or failed; the message says what was asked for and what it answered. */
public final class GpuException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /**
   * With a sentence for the user.
   *
   * @param message what failed, and what to do
   */
  public GpuException(String message) {
    super(message);
  }
}
