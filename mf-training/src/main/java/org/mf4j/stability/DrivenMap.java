package org.mf4j.stability;

/**
 * An input-driven dynamical system in discrete time, h(t+1) = F(h(t), x(t+1)), as plain numbers in
 * double precision: what stability is defined for and what everything here is measured on.
 */
public interface DrivenMap {
  /** {@return N, the number of state variables} */
  int units();

  /** {@return nIn, the number of input channels} */
  int inputs();

  /**
   * One step.
   *
   * @param state h(t), of length N; left as it is
   * @param input x(t+1), of length nIn
   * @return h(t+1), a new array
   */
  double[] next(double[] state, double[] input);

  /**
   * The derivative of the step along the state.
   *
   * @param state h(t), of length N
   * @param input x(t+1), of length nIn
   * @return J {@code [N][N]}, J[i][j] = d h_i(t+1) / d h_j(t)
   */
  double[][] jacobian(double[] state, double[] input);
}
