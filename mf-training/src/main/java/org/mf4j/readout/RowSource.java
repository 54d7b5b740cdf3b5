package org.mf4j.readout;

import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Examples that can be read more than once, every time in the same order. */
interface RowSource {
  /** Takes some examples. */
  interface RowConsumer {
    /**
     * Takes examples.
     *
     * @param x features {@code [n,N]}, any floating type
     * @param y targets {@code [n,K]}, any floating type
     * @param weights one per row, or null for 1 each
     */
    void accept(INDArray x, INDArray y, double[] weights);
  }

  /** {@return N} */
  int features();

  /** {@return K} */
  int targets();

  /** Reads all examples from the first on. */
  void forEach(RowConsumer consumer);

  /** Reads the targets {@code [n,K]} alone, for which nothing need be computed. */
  void forEachTarget(Consumer<INDArray> consumer);
}
