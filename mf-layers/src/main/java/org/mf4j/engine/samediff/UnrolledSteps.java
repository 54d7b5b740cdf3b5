package org.mf4j.engine.samediff;

import static org.mf4j.engine.SequenceEngine.BIAS;
import static org.mf4j.engine.SequenceEngine.INPUT_WEIGHTS;
import static org.mf4j.engine.SequenceEngine.RECURRENT_WEIGHTS;

import java.util.Map;
import java.util.Optional;
import org.mf4j.cells.CellGraph;
import org.mf4j.cells.RecurrentCell;
import org.nd4j.autodiff.samediff.NameScope;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The loop over time inside a graph. SameDiff's {@code whileLoop} has no gradient, so the steps are
 * unrolled: the input of all steps is projected by one product, then every step adds its few
 * operations in a name scope of its own (naming is quadratic in the operations of one scope).
 */
final class UnrolledSteps {
  private final SameDiff sd;
  private final CellGraph cell;
  private final SDVariable recurrentWeights;
  private final SDVariable projected;
  private final int neurons;
  private final int columns;
  private final int statesOfNeuron;

  /**
   * Adds what does not depend on time.
   *
   * @param sd the graph
   * @param cell the cell
   * @param x input of all steps, time-major {@code [T*B,nIn]}
   * @param params W, RW, b and the cell's learned constants
   * @param neurons N
   * @param dataType FLOAT or DOUBLE
   */
  UnrolledSteps(
      SameDiff sd,
      RecurrentCell cell,
      SDVariable x,
      Map<String, SDVariable> params,
      int neurons,
      DataType dataType) {
    this.sd = sd;
    this.neurons = neurons;
    this.columns = cell.preActivations() * neurons;
    this.statesOfNeuron = cell.states();
    this.cell = cell.graph(sd, params, neurons, dataType);
    this.recurrentWeights = this.cell.scale(params.get(RECURRENT_WEIGHTS));
    SDVariable inputWeights = params.get(INPUT_WEIGHTS);
    this.projected =
        product(x, this.cell.scale(inputWeights), inputWeights.getShape()[0])
            .add(this.cell.scale(params.get(BIAS)));
  }

  /**
   * The product of {@code [*,K]} with all columns. For one column it is spelled out: the gradient
   * of ND4J's product fails where the result is a single number, and its sum where it adds one
   * number.
   */
  private SDVariable product(SDVariable rows, SDVariable weights, long k) {
    if (columns > 1) {
      return rows.mmul(weights);
    }
    SDVariable terms = rows.mul(rows.getSameDiff().permute(weights, 1, 0));
    return k == 1 ? terms : terms.sum(true, 1);
  }

  /**
   * Adds the steps.
   *
   * @param initialState {@code [B,m N]}
   * @param mask {@code [T*B,1]}, 0 where the state is carried unchanged; empty for no mask
   * @param draws {@code [T*B,d N]}, what the cell draws; empty where it draws nothing
   * @param steps T
   * @return the states after every step, each {@code [B,m N]}
   */
  SDVariable[] states(
      SDVariable initialState, Optional<SDVariable> mask, Optional<SDVariable> draws, int steps) {
    SDVariable[] inputs = slices(projected, steps);
    SDVariable[] present = mask.map(m -> slices(m, steps)).orElse(new SDVariable[0]);
    SDVariable[] drawn = draws.map(d -> slices(d, steps)).orElse(new SDVariable[0]);
    SDVariable[] states = new SDVariable[steps];
    SDVariable h = initialState;
    for (int t = 0; t < steps; t++) {
      try (NameScope scope = sd.withNameScope("t" + t)) {
        SDVariable v = inputs[t].add(product(emitted(h), recurrentWeights, neurons));
        if (present.length > 0) {
          // What may stand in a masked step must not diverge: 0 times infinity is no number.
          v = v.mul(present[t]);
        }
        SDVariable next = drawn.length == 0 ? cell.step(v, h) : cell.step(v, h, drawn[t]);
        h = present.length == 0 ? next : h.add(next.sub(h).mul(present[t]));
        states[t] = h;
      }
    }
    return states;
  }

  /** The first of the states {@code [*,m N]} of every neuron. */
  SDVariable emitted(SDVariable states) {
    return statesOfNeuron == 1 ? states : sd.split(states, statesOfNeuron, 1)[0];
  }

  private SDVariable[] slices(SDVariable stacked, int steps) {
    return steps == 1 ? new SDVariable[] {stacked} : sd.split(stacked, steps, 0);
  }
}
