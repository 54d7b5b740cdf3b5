package org.mf4j.cells;

import org.nd4j.autodiff.samediff.SDVariable;

/** A cell's step inside a SameDiff graph. */
public interface CellGraph {
  /**
   * Multiplies the columns of W, RW or b by the factor s of the pre-activation.
   *
   * @param weights {@code [*,N]}
   * @return the scaled weights, or the same variable where s is 1
   */
  SDVariable scale(SDVariable weights);

  /**
   * One step.
   *
   * @param v pre-activation {@code [B,N]}
   * @param h state before the step {@code [B,N]}
   * @return state after it {@code [B,N]}
   */
  SDVariable step(SDVariable v, SDVariable h);
}
