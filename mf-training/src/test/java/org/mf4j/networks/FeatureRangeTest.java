package org.mf4j.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.mf4j.layers.InputDifferences;
import org.mf4j.layers.LeakyRnn;
import org.mf4j.random.SeededRandom;
import org.mf4j.summaries.SummaryOptions;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** The summaries of the training set fill [-1, 1]; what lies outside is clipped. */
class FeatureRangeTest {
  private static final int UNITS = 4;

  /** The places of the layers, after the differences. */
  private static final int SUMMARY = 1;

  private static final int RANGE = 2;

  private final MultiLayerNetwork network = network(false);

  static MultiLayerNetwork network(boolean squashed) {
    SeededRandom random = new SeededRandom(4);
    RecurrentWeights weights =
        new RecurrentWeights(
            RandomMatrix.uniform(2, UNITS, 1, random),
            RandomMatrix.uniform(UNITS, UNITS, .3, random),
            RandomMatrix.uniform(1, UNITS, .1, random));
    LeakyRnn layer = new LeakyRnn.Builder().nIn(2).nOut(UNITS).build();
    return SeriesNetwork.frozen(
        List.of(new InputDifferences(1, 1)),
        layer,
        weights,
        new FeatureOptions(SummaryOptions.standard(), true, squashed),
        1);
  }

  /** So many series of 12 steps, of this size. */
  private static DataSet batch(int series, double size, long seed) {
    SeededRandom random = new SeededRandom(seed);
    INDArray x = Nd4j.create(series, 1, 12);
    for (int i = 0; i < series; i++) {
      for (int t = 0; t < 12; t++) {
        x.putScalar(i, 0, t, size * random.nextGaussian());
      }
    }
    return new DataSet(x, Nd4j.zeros(series, 1));
  }

  private INDArray features(DataSet batch, int layer) {
    return network.feedForward(batch.getFeatures(), false).get(layer + 1);
  }

  @Test
  void everyFeatureOfTheTrainingSetReachesBothEndsAndOtherSeriesAreClippedThere() {
    DataSet train = batch(10, 1, 1);
    FeatureRange.fit(new SummarisedSet(network, 0, new ListDataSetIterator<>(train.asList(), 3)));
    INDArray summaries = features(train, SUMMARY);
    INDArray fitted = features(train, RANGE);
    for (int j = 0; j < fitted.columns(); j++) {
      double lower = summaries.getColumn(j).minNumber().doubleValue();
      double upper = summaries.getColumn(j).maxNumber().doubleValue();
      for (int i = 0; i < 10; i++) {
        double place = (summaries.getDouble(i, j) - lower) / (upper - lower);
        assertThat(fitted.getDouble(i, j)).isCloseTo(2 * place - 1, within(1e-3));
      }
    }
    INDArray wild = features(batch(5, 50, 2), RANGE);
    assertThat(wild.maxNumber().doubleValue()).isEqualTo(1);
    assertThat(wild.minNumber().doubleValue()).isEqualTo(-1);
  }

  @Test
  void aFeatureThatDoesNotVaryIsZero() {
    FeatureRange.fit(
        new SummarisedSet(network, 0, new ListDataSetIterator<>(List.of(batch(1, 1, 3)), 1)));
    INDArray other = features(batch(4, 1, 4), RANGE);
    assertThat(other.amaxNumber().doubleValue()).isZero();
  }

  /** z / (1 + |z|) of the summaries, standardised over the training set; others are clipped. */
  @Test
  void squashedFeaturesAreStandardisedBefore() {
    MultiLayerNetwork squashing = network(true);
    DataSet train = batch(10, 1, 1);
    FeatureRange.fit(new SummarisedSet(squashing, 0, new ListDataSetIterator<>(train.asList(), 3)));
    List<INDArray> activations = squashing.feedForward(train.getFeatures(), false);
    INDArray summaries = activations.get(SUMMARY + 1);
    INDArray squashed = activations.get(RANGE + 2);
    double largest = 0;
    for (int j = 0; j < summaries.columns(); j++) {
      double[] f = summaries.getColumn(j).toDoubleVector();
      double mean = Arrays.stream(f).average().orElseThrow();
      double variance = Arrays.stream(f).map(x -> (x - mean) * (x - mean)).sum() / f.length;
      for (int i = 0; i < f.length; i++) {
        double z = (f[i] - mean) / Math.sqrt(variance);
        assertThat(squashed.getDouble(i, j)).isCloseTo(z / (1 + Math.abs(z)), within(1e-3));
        largest = Math.max(largest, Math.abs(z));
      }
    }
    INDArray wild = squashing.feedForward(batch(5, 50, 2).getFeatures(), false).get(RANGE + 2);
    assertThat(wild.amaxNumber().doubleValue())
        .isGreaterThan(0.5)
        .isLessThanOrEqualTo(largest / (1 + largest) + 1e-4);
  }
}
