package org.mf4j.engine.fused;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** When RW counts as sparse. */
class SparseRecurrenceChoiceTest {
  private static final int NEURONS = 40;

  private static boolean isSparse(int entries) {
    INDArray stacked = Nd4j.ones(DataType.FLOAT, NEURONS + 2, NEURONS);
    for (int i = 0; i < NEURONS * NEURONS; i++) {
      stacked.putScalar(i / NEURONS, i % NEURONS, i < entries ? 1 : 0);
    }
    return SparseRecurrence.of(Matrix.over(stacked), NEURONS, NEURONS).isPresent();
  }

  @Test
  void oneEntryInTwentyIsTheLimit() {
    assertThat(isSparse(0)).isTrue();
    assertThat(isSparse(80)).isTrue();
    assertThat(isSparse(81)).isFalse();
    assertThat(isSparse(NEURONS * NEURONS)).isFalse();
  }

  @Test
  void productsAreThoseOfThePlainLoop() {
    float[][] rw = new float[NEURONS][NEURONS];
    INDArray stacked = Nd4j.ones(DataType.FLOAT, NEURONS + 2, NEURONS);
    for (int e = 0; e < 70; e++) {
      rw[e * 7 % NEURONS][e * e % NEURONS] = e + 1;
    }
    for (int i = 0; i < NEURONS; i++) {
      stacked.putRow(i, Nd4j.createFromArray(rw[i]));
    }
    int rows = 6;
    float[] states = new float[rows * NEURONS];
    float[] expected = new float[rows * NEURONS];
    float[] sum = new float[rows * NEURONS];
    for (int r = 0; r < rows; r++) {
      for (int j = 0; j < NEURONS; j++) {
        sum[r * NEURONS + j] = j;
        expected[r * NEURONS + j] = j;
        states[r * NEURONS + j] = r + j % 5;
        for (int i = 0; i < NEURONS; i++) {
          expected[r * NEURONS + j] += (r + i % 5) * rw[i][j];
        }
      }
    }
    SparseRecurrence.of(Matrix.over(stacked), NEURONS, NEURONS)
        .orElseThrow()
        .addProduct(states, rows, sum);
    assertThat(sum).containsExactly(expected);
  }
}
