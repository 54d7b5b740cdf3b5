package org.mf4j.readout.algebra;

import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * R(lambda) = (K + lambda I)<sup>-1</sup> of a matrix K that was brought to a simple form once, so
 * that every lambda costs little: the eigenvalues of K, or a band. K is Xc'Xc or Xc Xc', in
 * coordinates of that form.
 */
public interface Resolvent {
  /**
   * {@return what lambda must exceed to count beside the largest eigenvalue; up to it leaving one
   * out is not defined}
   */
  double tolerance();

  /**
   * R(lambda) P.
   *
   * @param lambda the penalty
   * @param right P {@code [r,K]}
   * @return {@code [r,K]}
   */
  INDArray apply(double lambda, INDArray right);

  /**
   * The quadratic forms z' R(lambda) z of rows z'.
   *
   * @param lambdas L penalties
   * @return takes rows {@code [m,r]}, which it may overwrite, and gives {@code [m,L]} in rows; from
   *     several threads at once
   */
  Function<INDArray, double[]> forms(double[] lambdas);
}
