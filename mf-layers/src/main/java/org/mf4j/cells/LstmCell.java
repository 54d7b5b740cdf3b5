package org.mf4j.cells;

import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The long short-term memory (Hochreiter and Schmidhuber, Neural Computation 9, 1735, 1997) with
 * the forget gate of Gers et al. (Neural Computation 12, 2451, 2000) and without peepholes: four
 * pre-activations u, w_f, w_o, w_i and two states, h and the cell's own c.
 *
 * <pre>
 *   a = tanh(u)        f, o, i = 1/(1 + exp(-w))
 *   c' = f c + i a     h' = o tanh(c')
 * </pre>
 *
 * Columns of W, RW and b: the u of all neurons, then all w_f, all w_o and all w_i, the order of
 * Deeplearning4j's LSTM, whose parameters serve here as they are and the other way round.
 */
public record LstmCell() implements RecurrentCell {
  /** Which pre-activation the forget gate has. */
  public static final int FORGET_GATE = 1;

  static final int PRE_ACTIVATIONS = 4;
  static final int STATES = 2;

  @Override
  public int preActivations() {
    return PRE_ACTIVATIONS;
  }

  @Override
  public int states() {
    return STATES;
  }

  @Override
  public Map<String, double[]> freeConstants() {
    return Map.of();
  }

  @Override
  public CellGraph graph(
      SameDiff sd, Map<String, SDVariable> constants, int neurons, DataType dataType) {
    return new Graph();
  }

  @Override
  public CellKernel kernel(Map<String, double[]> constants, int neurons) {
    return new LstmKernel(neurons);
  }

  @Override
  public void requireNeurons(int nOut) {
    // There are no constants: it fits every layer.
  }

  @Override
  public String stability(Map<String, double[]> constants) {
    return "an LSTM's c grows by at most 1 per step, so an input or a weight is not finite";
  }

  private record Graph() implements CellGraph {
    @Override
    public SDVariable scale(SDVariable weights) {
      return weights;
    }

    @Override
    public SDVariable step(SDVariable v, SDVariable h) {
      SameDiff sd = v.getSameDiff();
      SDVariable[] blocks = sd.split(v, PRE_ACTIVATIONS, 1);
      SDVariable c = sd.split(h, STATES, 1)[1];
      SDVariable written = sd.nn().sigmoid(blocks[3]).mul(sd.math().tanh(blocks[0]));
      SDVariable next = sd.nn().sigmoid(blocks[FORGET_GATE]).mul(c).add(written);
      SDVariable emitted = sd.nn().sigmoid(blocks[2]).mul(sd.math().tanh(next));
      return sd.concat(1, emitted, next);
    }
  }
}
