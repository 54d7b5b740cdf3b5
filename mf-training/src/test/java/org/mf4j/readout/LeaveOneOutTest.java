package org.mf4j.readout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.ViewIterator;
import org.nd4j.linalg.factory.Nd4j;

class LeaveOneOutTest {
  private static final List<Double> LAMBDAS = List.of(0.01, 1.0, 30.0);

  /** Each example predicted by the plain reference fitted to the others. */
  @Property(tries = 40)
  void errorsAreThoseOfFitsWithoutTheExample(
      @ForAll @IntRange(min = 3, max = 20) int examples,
      @ForAll @IntRange(min = 1, max = 15) int features,
      @ForAll long seed) {
    double[][] x = RidgeTest.matrix(examples, features, seed);
    double[][] y = RidgeTest.matrix(examples, 1, seed + 1);
    RidgeFit fit =
        Ridge.fit(
            Nd4j.create(x),
            Nd4j.create(y),
            RidgeOptions.fixed(0).withLambda(new LambdaRule.LeaveOneOut(LAMBDAS)));
    double best = Double.POSITIVE_INFINITY;
    for (int l = 0; l < LAMBDAS.size(); l++) {
      double expected = bruteForce(x, y, LAMBDAS.get(l));
      assertThat(fit.errors().get(l).error()).isCloseTo(expected, within(1e-8 * (1 + expected)));
      best = Math.min(best, expected);
    }
    double chosen = bruteForce(x, y, fit.lambda());
    assertThat(chosen).isCloseTo(best, within(1e-8 * (1 + best)));
  }

  private static double bruteForce(double[][] x, double[][] y, double lambda) {
    double sum = 0;
    for (int out = 0; out < x.length; out++) {
      int left = out;
      double[] model =
          PlainRidge.fit(
              without(x, left),
              Arrays.stream(without(y, left)).mapToDouble(row -> row[0]).toArray(),
              lambda);
      double prediction = model[x[0].length];
      for (int j = 0; j < x[0].length; j++) {
        prediction += x[out][j] * model[j];
      }
      sum += (y[out][0] - prediction) * (y[out][0] - prediction);
    }
    return sum / x.length;
  }

  private static double[][] without(double[][] rows, int index) {
    List<double[]> others = new ArrayList<>(List.of(rows));
    others.remove(index);
    return others.toArray(double[][]::new);
  }

  /** Rows that are too many to keep are read twice; the bits are the same. */
  @Test
  void readsAgainWhatItCannotKeep() {
    CountedBatches batches = new CountedBatches(3_000, 7);
    RowSource rows = new RowSource.Network(identity(7), batches);
    double[] kept =
        squares(
            new TrainingRows(rows, true, RidgeOptions.fixed(0).withStandardise(true), 1_000_000));
    assertThat(batches.passes).isEqualTo(1);
    double[] again =
        squares(new TrainingRows(rows, true, RidgeOptions.fixed(0).withStandardise(true), 0));
    assertThat(batches.passes).isEqualTo(3);
    assertThat(again).isEqualTo(kept);
  }

  private static double[] squares(TrainingRows rows) {
    return LeaveOneOut.meanSquares(rows.solutions(), rows, new double[] {0.1, 10});
  }

  /** Emits before its output layer what it is given. */
  private static MultiLayerNetwork identity(int features) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .list()
                .layer(new ActivationLayer(Activation.IDENTITY))
                .layer(new OutputLayer.Builder().nIn(features).nOut(2).build())
                .build());
    network.init();
    return network;
  }

  @Test
  void noBitDependsOnTheNumberOfThreads() {
    INDArray x = Nd4j.create(RidgeTest.matrix(1_500, 560, 1));
    INDArray y = Nd4j.create(RidgeTest.matrix(1_500, 2, 2));
    String before = System.getProperty("org.mf4j.threads");
    try {
      List<INDArray> weights = new ArrayList<>();
      for (String threads : List.of("1", "2", "3")) {
        System.setProperty("org.mf4j.threads", threads);
        weights.add(Ridge.fit(x, y, RidgeOptions.leaveOneOut()).model().weights());
      }
      assertThat(weights.get(1)).isEqualTo(weights.get(0));
      assertThat(weights.get(2)).isEqualTo(weights.get(0));
    } finally {
      if (before == null) {
        System.clearProperty("org.mf4j.threads");
      } else {
        System.setProperty("org.mf4j.threads", before);
      }
    }
  }

  @Test
  void refusesWhatHasNoError() {
    INDArray x = Nd4j.create(RidgeTest.matrix(1, 2, 1));
    assertThatThrownBy(() -> Ridge.fit(x, x, RidgeOptions.leaveOneOut()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none has a finite error");
    assertThatThrownBy(() -> new LambdaRule.LeaveOneOut(List.of(1.0, 0.0)))
        .hasMessage("lambda = 0.0: must be finite and above 0");
    assertThatThrownBy(() -> new LambdaRule.LeaveOneOut(List.of()))
        .hasMessageContaining("at least 1 value");
  }

  @Test
  void theDefaultGridIsLogSpaced() {
    assertThat(LambdaRule.DEFAULT_GRID).hasSize(17).first().isEqualTo(1e-3);
    assertThat(LambdaRule.DEFAULT_GRID.get(16)).isCloseTo(1e5, within(1e-9));
    assertThat(LambdaRule.DEFAULT_GRID.get(1)).isCloseTo(Math.sqrt(1e-5), within(1e-15));
  }

  private static final class CountedBatches extends ViewIterator {
    private static final long serialVersionUID = 1;

    private int passes;

    CountedBatches(int rows, int features) {
      super(
          new DataSet(
              Nd4j.create(RidgeTest.matrix(rows, features, 1)).castTo(DataType.FLOAT),
              Nd4j.create(RidgeTest.matrix(rows, 2, 2)).castTo(DataType.FLOAT)),
          700);
    }

    @Override
    public void reset() {
      passes++;
      super.reset();
    }
  }
}
