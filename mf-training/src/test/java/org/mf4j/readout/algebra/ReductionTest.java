package org.mf4j.readout.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class ReductionTest {
  /** As if of so many examples that rounding hides what is below 2e-7 of the eigenvalues, all 1. */
  private static final long SIZE = 1_000_000_000;

  private static final double LOST = 1e-8;

  private static Reduction ofIdentity(int n, double... lambdas) {
    double[] rows = new double[n * n];
    for (int i = 0; i < n; i++) {
      rows[i * n + i] = 1;
    }
    return Reduction.of(SymmetricTiles.of(rows, n), SIZE, lambdas);
  }

  /** Eigenvalues of 8,000 features of 100,000 series would take an hour. */
  @Test
  void penaltiesThatAreLostBesideAHugeMatrixAreNotDefined() {
    Reduction reduction = ofIdentity(Reduction.HUGE + 1, LOST, 1);
    assertThat(reduction.resolvent()).isInstanceOf(BlockTridiagonal.class);
    INDArray row = reduction.vectors().getRow(7, true).dup('f');
    double[] forms = reduction.resolvent().forms(new double[] {LOST, 1}).apply(row);
    assertThat(forms[0]).isNaN();
    assertThat(forms[1]).isCloseTo(.5, within(1e-12));
  }

  @Test
  void eigenvaluesServeSmallMatricesAndPenaltiesThatAreAllLost() {
    assertThat(ofIdentity(Reduction.LARGE, 1).resolvent()).isInstanceOf(BlockTridiagonal.class);
    assertThat(ofIdentity(Reduction.LARGE - 1, 1).resolvent()).isInstanceOf(Eigenvalues.class);
    assertThat(ofIdentity(Reduction.LARGE, LOST, 1).resolvent()).isInstanceOf(Eigenvalues.class);
    assertThat(ofIdentity(Reduction.LARGE).resolvent()).isInstanceOf(Eigenvalues.class);
    assertThat(ofIdentity(Reduction.LARGE, LOST).resolvent()).isInstanceOf(Eigenvalues.class);
  }
}
