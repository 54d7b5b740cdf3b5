package org.mf4j.cells;

import org.nd4j.autodiff.samediff.SDVariable;

/** A cell's step inside a SameDiff graph. */
public interface CellGraph {
  /**
   * Multiplies the columns of W, RW or b by the factor s of the pre-activations.
   *
   * @param weights {@code [*,k N]}
   * @return the scaled weights, or the same variable where s is 1
   */
  SDVariable scale(SDVariable weights);

  /**
   * One step.
   *
   * @param v pre-activations {@code [B,k N]}
   * @param h states before the step {@code [B,m N]}
   * @return states after it {@code [B,m N]}
   */
  SDVariable step(SDVariable v, SDVariable h);

  /**
   * One step of a cell with draws.
   *
   * @param v pre-activations {@code [B,k N]}
   * @param h states before the step {@code [B,m N]}
   * @param draws {@link org.mf4j.dynamics.stochastic.StepDraws}, its planes beside one another
   * @return states after the step {@code [B,m N]}
   */
  default SDVariable step(SDVariable v, SDVariable h, SDVariable draws) {
    throw new UnsupportedOperationException("this cell draws nothing");
  }
}
