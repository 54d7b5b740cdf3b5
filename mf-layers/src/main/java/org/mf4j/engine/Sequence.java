package org.mf4j.engine;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A batch of series and where their states start.
 *
 * @param x input {@code [T,B,nIn]}, any strides
 * @param mask {@code [B,T]}, 0 where a step is absent: the state is carried unchanged there and the
 *     activation is 0; empty if every step is present
 * @param initialState {@code [B,N]}, the states before the first step
 */
public record Sequence(INDArray x, Optional<INDArray> mask, INDArray initialState) {
  /** {@return T, the number of steps} */
  public int steps() {
    return (int) x.size(0);
  }

  /** {@return B, the number of series} */
  public int batch() {
    return (int) x.size(1);
  }

  /** {@return nIn, the number of channels} */
  public int channels() {
    return (int) x.size(2);
  }

  /** {@return N, the number of neurons} */
  public int neurons() {
    return (int) initialState.size(1);
  }
}
