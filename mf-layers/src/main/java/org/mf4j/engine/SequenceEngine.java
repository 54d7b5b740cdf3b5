package org.mf4j.engine;

import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Runs one cell over series. One engine serves one layer and is used by one thread at a time; it
 * may keep buffers and graphs from call to call.
 */
public interface SequenceEngine {
  /** Name of the input weights {@code [nIn,k N]} among the parameters. */
  String INPUT_WEIGHTS = "W";

  /** Name of the recurrent weights {@code [N,k N]} among the parameters. */
  String RECURRENT_WEIGHTS = "RW";

  /** Name of the bias {@code [1,k N]} among the parameters. */
  String BIAS = "b";

  /**
   * Runs the series.
   *
   * @param sequence the series
   * @param params W, RW, b and the cell's learned constants
   * @param activations takes the activations, in memory as {@code [T,B,N]} in C order, of whatever
   *     shape; empty if only the last states are wanted
   * @param training whether {@link SequenceRun#backward} will follow
   * @return the run
   */
  SequenceRun forward(
      Sequence sequence,
      Map<String, INDArray> params,
      Optional<INDArray> activations,
      boolean training);
}
