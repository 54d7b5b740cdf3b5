package org.mf4j.reservoir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.mf4j.layers.InputDifferences;
import org.mf4j.layers.LeakyRnn;
import org.mf4j.networks.RandomMatrix;
import org.mf4j.networks.SeriesNetwork;
import org.mf4j.networks.TrainingView;
import org.mf4j.options.Distribution;
import org.mf4j.random.SeededRandom;
import org.mf4j.reservoir.input.ViewsInput;
import org.mf4j.reservoir.topology.Sparse;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class MixedReservoirTest {
  private static final int UNITS = 24;
  private static final int SHOWN = 4;
  private static final ReservoirOptions OPTIONS =
      new ReservoirOptions(
          new ViewsInput(new Distribution.Constant(1), 2),
          new Distribution.Constant(0.5),
          new Sparse(0.5, 3));

  private final List<double[][]> series =
      IntStream.range(0, 5)
          .mapToObj(i -> RandomMatrix.gaussian(2, 40, 1 + 9 * (i % 2), new SeededRandom(i)))
          .toList();
  private final int[] driven = MixedReservoir.driven(UNITS, 0.3);
  private final MixedReservoir drawn =
      MixedReservoir.draw(
          OPTIONS, List.of(1), TrainingView.of(series), UNITS, driven, new SeededRandom(7));

  /** Three groups, of which the last is driven: neurons 2, 5, 8, ... */
  @Test
  void groupsAreOfOneKind() {
    assertThat(driven).containsExactly(2, 5, 8, 11, 14, 17, 20, 23);
    assertThat(MixedReservoir.driven(500, 0.5)).hasSize(248);
    assertThat(MixedReservoir.driven(500, 0)).isEmpty();
    assertThat(MixedReservoir.driven(5, 1)).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void drivenNeuronsHaveNoOtherInput() {
    double[][] input = drawn.weights().input();
    assertThat(input).hasNumberOfRows(SHOWN + driven.length);
    for (int j = 0; j < UNITS; j++) {
      int kernel = Arrays.binarySearch(driven, j);
      for (int i = 0; i < input.length; i++) {
        if (kernel >= 0 ? i != SHOWN + kernel : i >= SHOWN) {
          assertThat(input[i][j]).isZero();
        }
      }
      for (int i = 0; i < UNITS; i++) {
        if (kernel >= 0 || Arrays.binarySearch(driven, i) >= 0) {
          assertThat(drawn.weights().recurrent()[i][j]).isZero();
        }
      }
    }
    assertThat(Arrays.stream(driven).mapToDouble(j -> drawn.weights().bias()[0][j]).toArray())
        .doesNotContain(0)
        .satisfies(
            biases ->
                assertThat(Arrays.stream(biases).map(Math::abs).max())
                    .hasValueCloseTo(0.25, within(0.25)));
  }

  /** On the series of the training set, of which all are looked at, by running the layers. */
  @Test
  void responsesHaveTheDrawnDeviations() {
    LeakyRnn layer = new LeakyRnn.Builder().nIn(SHOWN + driven.length).nOut(UNITS).build();
    MultiLayerNetwork network =
        SeriesNetwork.states(
            List.of(new InputDifferences(1, 1), drawn.kernels()), layer, drawn.weights());
    INDArray x = Nd4j.create(series.toArray(double[][][]::new)).castTo(DataType.FLOAT);
    INDArray shown = network.feedForward(x).get(2);
    for (int r = 0; r < driven.length; r++) {
      double weight = drawn.weights().input()[SHOWN + r][driven[r]];
      double deviation =
          shown.slice(SHOWN + r, 1).castTo(DataType.DOUBLE).std(false).getDouble(0) * weight;
      assertThat(deviation).isBetween(0.3 - 1e-4, 3 + 1e-4);
    }
  }
}
