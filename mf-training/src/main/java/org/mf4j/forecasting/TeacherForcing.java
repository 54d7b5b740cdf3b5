package org.mf4j.forecasting;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.networks.InputScales;
import org.mf4j.networks.RecurrentWeights;
import org.mf4j.networks.SeriesNetwork;
import org.mf4j.random.SeededRandom;
import org.mf4j.readout.RidgeReadout;
import org.mf4j.reservoir.ReservoirOptions;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.adapter.SingletonDataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Trains a reservoir to forecast (Jaeger and Haas, Science 304, 78, 2004): the true series drives
 * the reservoir, and ridge regression finds the readout that gives from the state at every step the
 * target of that step. Forecasts come from {@link OneStep} and {@link FreeRun}, or from DL4J's
 * {@code rnnTimeStep}.
 *
 * @param options washout, readout, normalisation
 */
public record TeacherForcing(ForecastOptions options) {
  /**
   * Fits a reservoir to a series that it then continues: the target of a step is the next value.
   *
   * @param layer the recurrent layer with nIn and nOut set: {@code MemristiveRnn}, {@code LeakyRnn}
   * @param reservoir how its weights are drawn
   * @param series {@code [channels][T]}, one row per input channel
   * @param random where the weights come from
   * @return a network in single precision: frozen recurrent layer, linear {@code RnnOutputLayer};
   *     input and output {@code [B,channels,T]}
   * @throws IllegalArgumentException if the series does not fit the layer, is not finite, or is no
   *     longer than the washout
   */
  public MultiLayerNetwork fit(
      BaseRecurrentLayer layer,
      ReservoirOptions reservoir,
      double[][] series,
      SeededRandom random) {
    double[][] inputs = columns(series, 0, series[0].length - 1);
    double[][] next = columns(series, 1, series[0].length);
    return fit(layer, reservoir, inputs, next, random);
  }

  /**
   * Fits a reservoir to tell one series from another.
   *
   * @param layer the recurrent layer with nIn and nOut set
   * @param reservoir how its weights are drawn
   * @param inputs {@code [nIn][T]}, what the network sees
   * @param targets {@code [K][T]}, what it is to put out at the same steps
   * @param random where the weights come from
   * @return a network in single precision, input {@code [B,nIn,T]}, output {@code [B,K,T]}
   * @throws IllegalArgumentException if the series do not fit each other or the layer, are not
   *     finite, or are no longer than the washout
   */
  public MultiLayerNetwork fit(
      BaseRecurrentLayer layer,
      ReservoirOptions reservoir,
      double[][] inputs,
      double[][] targets,
      SeededRandom random) {
    requireShapes(layer, inputs, targets);
    RecurrentWeights drawn = reservoir.draw((int) layer.getNIn(), (int) layer.getNOut(), random);
    MultiLayerNetwork network =
        SeriesNetwork.everyStep(
            layer,
            options.normalised()
                ? InputScales.of(List.<double[][]>of(inputs), List.of()).applyTo(drawn)
                : drawn,
            targets.length);
    new RidgeReadout(options.readout())
        .fitStreams(network, new SingletonDataSetIterator(example(inputs, targets)));
    return network;
  }

  private DataSet example(double[][] inputs, double[][] targets) {
    int steps = inputs[0].length;
    INDArray mask = Nd4j.ones(1, steps);
    mask.get(NDArrayIndex.all(), NDArrayIndex.interval(0, options.washout())).assign(0);
    return new DataSet(SeriesArrays.of(inputs), SeriesArrays.of(targets), null, mask);
  }

  private void requireShapes(BaseRecurrentLayer layer, double[][] inputs, double[][] targets) {
    if (inputs.length != layer.getNIn()) {
      throw new IllegalArgumentException(
          "inputs: " + inputs.length + " channels for a layer of nIn = " + layer.getNIn());
    }
    int steps = inputs[0].length;
    for (double[] target : targets) {
      if (target.length != steps) {
        throw new IllegalArgumentException(
            "targets: " + target.length + " steps beside inputs of " + steps + "; must agree");
      }
    }
    if (steps <= options.washout()) {
      throw new IllegalArgumentException(
          "washout = " + options.washout() + ": must be below the " + steps + " steps to fit");
    }
  }

  private static double[][] columns(double[][] series, int from, int to) {
    return Arrays.stream(series)
        .map(channel -> Arrays.copyOfRange(channel, from, to))
        .toArray(double[][]::new);
  }
}
