package org.mf4j.engine.fused;

import java.nio.FloatBuffer;

/**
 * Which steps of an array are all zero. A network that looks at the last state alone sends back
 * zeros for all steps but one; a comparison of memory finds that out much faster than reading does.
 */
final class ZeroSlices {
  private static final byte UNKNOWN = 0;
  private static final byte ZERO = 1;
  private static final byte OTHER = 2;

  private final byte[] known;
  private final FloatBuffer zeros;

  ZeroSlices(int steps, int sliceLength) {
    this.known = new byte[steps];
    this.zeros = FloatBuffer.allocate(sliceLength);
  }

  /** Threads that ask at once may both look, and find the same. */
  boolean isZero(int t, FloatBuffer buffer, int start) {
    if (known[t] == UNKNOWN) {
      boolean same = zeros.mismatch(buffer.slice(start, zeros.capacity())) < 0;
      known[t] = same ? ZERO : OTHER;
    }
    return known[t] == ZERO;
  }
}
