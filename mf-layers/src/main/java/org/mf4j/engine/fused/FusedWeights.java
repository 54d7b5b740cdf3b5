package org.mf4j.engine.fused;

import static org.mf4j.engine.SequenceEngine.BIAS;
import static org.mf4j.engine.SequenceEngine.INPUT_WEIGHTS;
import static org.mf4j.engine.SequenceEngine.RECURRENT_WEIGHTS;

import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The weights as the products want them: columns multiplied by the factor s of the pre-activation,
 * the bias as one more row below W (the input gets a channel of ones), C order. The arrays stay,
 * their contents are loaded before every run.
 */
final class FusedWeights {
  private final INDArray input;
  private final INDArray recurrent;
  private final int channels;
  private INDArray scale;

  FusedWeights(int channels, int neurons) {
    this.channels = channels;
    this.input = Nd4j.createUninitializedDetached(DataType.FLOAT, channels + 1, neurons);
    this.recurrent = Nd4j.createUninitializedDetached(DataType.FLOAT, neurons, neurons);
  }

  /** {@return s W above s b, [nIn + 1, N]} */
  INDArray input() {
    return input;
  }

  /** {@return s RW, [N, N]} */
  INDArray recurrent() {
    return recurrent;
  }

  void load(Map<String, INDArray> params, double[] scaleOfNeurons) {
    scale =
        scaleOfNeurons.length == 0
            ? null
            : Nd4j.createFromArray(scaleOfNeurons).castTo(DataType.FLOAT);
    weightRows(input).assign(params.get(INPUT_WEIGHTS));
    input.getRow(channels).assign(params.get(BIAS).reshape(params.get(BIAS).length()));
    recurrent.assign(params.get(RECURRENT_WEIGHTS));
    multiplyByScale(input);
    multiplyByScale(recurrent);
  }

  /**
   * dL/ds per neuron, from the gradients of the scaled weights: every weight of a column appears
   * multiplied by s, so s dL/ds is the sum of weight times gradient down the columns.
   */
  double[] scaleGradient(INDArray inputGradient, INDArray recurrentGradient) {
    if (scale == null) {
      return input
          .mul(inputGradient)
          .sum(0)
          .add(recurrent.mul(recurrentGradient).sum(0))
          .toDoubleVector();
    }
    return input
        .mul(inputGradient)
        .sum(0)
        .addi(recurrent.mul(recurrentGradient).sum(0))
        .divi(scale)
        .toDoubleVector();
  }

  /** Puts the gradients of W, RW and b where they belong. */
  void store(INDArray inputGradient, INDArray recurrentGradient, Map<String, INDArray> gradients) {
    multiplyByScale(inputGradient);
    multiplyByScale(recurrentGradient);
    gradients.get(INPUT_WEIGHTS).assign(weightRows(inputGradient));
    INDArray bias = gradients.get(BIAS);
    bias.assign(inputGradient.getRow(channels).reshape(bias.shape()));
    gradients.get(RECURRENT_WEIGHTS).assign(recurrentGradient);
  }

  private INDArray weightRows(INDArray augmented) {
    return augmented.get(NDArrayIndex.interval(0, channels), NDArrayIndex.all());
  }

  private void multiplyByScale(INDArray weights) {
    if (scale != null) {
      weights.muliRowVector(scale);
    }
  }
}
