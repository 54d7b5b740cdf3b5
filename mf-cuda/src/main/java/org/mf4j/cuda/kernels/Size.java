package org.mf4j.cuda.kernels;

/**
 * The size of a call.
 *
 * @param steps T
 * @param batch B
 * @param channels nIn
 * @param neurons N
 */
public record Size(int steps, int batch, int channels, int neurons) {
  /** {@return N + nIn + 1, the length of [h x 1]} */
  public int slots() {
    return neurons + channels + 1;
  }

  /** {@return T B} */
  public int rows() {
    return Math.multiplyExact(steps, batch);
  }

  /** {@return how many blocks or shares of {@code per} cover {@code all}} */
  static int up(int all, int per) {
    return (int) ((all + per - 1L) / per);
  }
}
