package org.mf4j.engine;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A batch of series and where their states start.
 *
 * @param x input {@code [T,B,nIn]}, any strides
 * @param mask {@code [B,T]}, 0 where the state is carried unchanged and the activation is 0; empty
 *     for no mask
 * @param initialState {@code [B,m N]}, the states before the first step, m of them per neuron: all
 *     first ones, all second ones ... The first are what is emitted and fed back
 * @param lastState {@code [B,m N]} in C order, takes the states after the last step; outside of
 *     every workspace if they are kept
 * @param place number of the first series and of the first step, for cells that draw
 */
public record Sequence(
    INDArray x,
    Optional<INDArray> mask,
    INDArray initialState,
    INDArray lastState,
    SeriesNumbers.Place place) {
  /**
   * A sequence with a new array for the last states, whose first series and step have number 0.
   *
   * @param x as above
   * @param mask as above
   * @param initialState as above
   */
  public Sequence(INDArray x, Optional<INDArray> mask, INDArray initialState) {
    this(
        x,
        mask,
        initialState,
        Nd4j.createUninitializedDetached(initialState.dataType(), initialState.shape()),
        SeriesNumbers.FIRST);
  }

  /**
   * The size of a run of this sequence.
   *
   * @param training whether {@link SequenceRun#backward} will follow
   * @return B, T and that
   */
  public Work work(boolean training) {
    return new Work(batch(), steps(), training);
  }

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

  /** {@return m N, the number of states of a series} */
  public int states() {
    return (int) initialState.size(1);
  }
}
