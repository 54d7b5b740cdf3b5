package org.mf4j.models;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.data.SeriesIterator;
import org.mf4j.data.TargetCoding;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.random.SeededRandom;
import org.mf4j.summaries.Calibration;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * About 2,000 states of every neuron, at random steps of at most 100 random series: enough for the
 * scales and thresholds of summaries, without a pass over the training set.
 */
final class CalibrationStates {
  private static final int MOST_SERIES = 100;
  private static final int STATES = 2_000;

  /** Bounds the memory of the states of all steps. */
  private static final int BATCH_SIZE = 10;

  private final double[][] states;
  private int taken;

  private CalibrationStates(int neurons, int count) {
    states = new double[neurons][count];
  }

  /**
   * Runs some series and looks at the states.
   *
   * @param network of {@link org.mf4j.networks.SeriesNetwork#states}
   * @param washout steps that are not looked at
   */
  static Calibration of(
      MultiLayerNetwork network, int washout, SeriesSet train, SeededRandom random) {
    int[] order = IntStream.range(0, train.size()).toArray();
    random.shuffle(order);
    SeriesSet some = train.subset(Arrays.copyOf(order, Math.min(MOST_SERIES, order.length)));
    int perSeries = Math.max(1, STATES / some.size());
    int neurons = network.layerSize(network.getnLayers() - 2);
    CalibrationStates states = new CalibrationStates(neurons, perSeries * some.size());
    SeriesSet unlabelled = new SeriesSet(some.name(), List.of(), some.series());
    SeriesIterator batches =
        SeriesIterator.inOrder(unlabelled, TargetCoding.REGRESSION, BATCH_SIZE);
    int first = 0;
    while (batches.hasNext()) {
      INDArray activations = states(network, batches.next());
      for (int row = 0; row < activations.size(0); row++, first++) {
        int length = some.series().get(first).length();
        states.add(activations, row, washout, length, perSeries, random);
      }
    }
    return new Calibration(states.states);
  }

  private static INDArray states(MultiLayerNetwork network, DataSet batch) {
    return network
        .feedForward(batch.getFeatures(), batch.getFeaturesMaskArray(), null)
        .get(network.getnLayers() - 1);
  }

  private void add(
      INDArray activations, int row, int washout, int length, int count, SeededRandom random) {
    for (int k = 0; k < count; k++, taken++) {
      int t = washout + random.nextInt(Math.max(1, length - washout));
      double[] h =
          activations
              .get(NDArrayIndex.point(row), NDArrayIndex.all(), NDArrayIndex.point(t))
              .toDoubleVector();
      for (int j = 0; j < h.length; j++) {
        states[j][taken] = h[j];
      }
    }
  }
}
