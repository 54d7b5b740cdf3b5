package org.mf4j.figures.gallery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.mf4j.data.Datasets;
import org.mf4j.data.Series;
import org.mf4j.data.SeriesSet;
import org.mf4j.data.TrainTest;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.figures.results.SizeCurves;
import org.mf4j.random.SeededRandom;
import org.mf4j.readout.LinearModel;
import org.mf4j.readout.Ridge;
import org.mf4j.stability.NeuronStep;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Assemblies of uncoupled nanowire neurons, Fig. 3 of [ESANN]: neuron i sees omega_i x(t), omega_i
 * drawn from omega_0 +- Delta-omega; a ridge classifier reads their last states. The exact step
 * takes the place of Euler's, so that Theorem 3.1 holds for every weight and series. Smaller
 * assemblies are parts of larger ones, since neurons do not see one another. omega_0, Delta-omega
 * and deltaT are values of that paper's grid that did well on a fifth of the training sets.
 */
record AssemblySizes(Path dataDir, long seed) {
  static final List<String> DATASETS = List.of("ECG5000", "SyntheticControl");

  private static final int[] SIZES = {100, 200, 400};
  private static final int DRAWS = 3;
  private static final double OMEGA = .1;
  private static final double DELTA_OMEGA = 2;
  private static final double DELTA_T = .01;
  private static final double LAMBDA = 1;

  List<SizeCurves> pictures() {
    return List.of(new SizeCurves(DATASETS.stream().map(this::panel).toList()));
  }

  private SizeCurves.Panel panel(String dataset) {
    TrainTest data = Datasets.onlyIn(dataDir).read(dataset);
    List<double[]> accuracies = new ArrayList<>();
    SeededRandom random = new SeededRandom(seed);
    for (int draw = 0; draw < DRAWS; draw++) {
      accuracies.add(accuracies(data, weights(random.split())));
    }
    double[] sizes = Arrays.stream(SIZES).asDoubleStream().toArray();
    double[] mean = overDraws(accuracies, values -> Arrays.stream(values).average().orElseThrow());
    double[] std = overDraws(accuracies, AssemblySizes::deviation);
    return new SizeCurves.Panel(
        dataset, List.of(new SizeCurves.Curve("nanowire neurons", sizes, mean, std)));
  }

  private static double[] weights(SeededRandom random) {
    double[] omega = new double[SIZES[SIZES.length - 1]];
    Arrays.setAll(omega, i -> random.uniform(OMEGA - DELTA_OMEGA, OMEGA + DELTA_OMEGA));
    return omega;
  }

  private static double[] accuracies(TrainTest data, double[] omega) {
    INDArray train = Nd4j.create(states(data.train(), omega));
    INDArray test = Nd4j.create(states(data.test(), omega));
    INDArray labels = Nd4j.create(plusMinusOne(data.train()));
    return Arrays.stream(SIZES)
        .mapToDouble(
            size -> {
              LinearModel readout = Ridge.fit(columns(train, size), labels, LAMBDA);
              return accuracy(readout.predict(columns(test, size)), data.test());
            })
        .toArray();
  }

  private static INDArray columns(INDArray states, int size) {
    return states.getColumns(IntStream.range(0, size).toArray());
  }

  private static double[][] states(SeriesSet set, double[] omega) {
    NeuronStep step =
        NeuronStep.of(MemristiveDynamics.paper().withDeltaT(DELTA_T), Integration.EXACT, 0);
    return set.series().parallelStream()
        .map(series -> lastStates(series.channels()[0], omega, step))
        .toArray(double[][]::new);
  }

  private static double[] lastStates(double[] x, double[] omega, NeuronStep step) {
    double[] h = new double[omega.length];
    for (int i = 0; i < h.length; i++) {
      for (double value : x) {
        h[i] = step.next(omega[i] * value, h[i]);
      }
    }
    return h;
  }

  private static double[][] plusMinusOne(SeriesSet set) {
    double[][] labels = new double[set.size()][set.classes().size()];
    for (int i = 0; i < labels.length; i++) {
      Arrays.fill(labels[i], -1);
      labels[i][(int) set.series().get(i).target()] = 1;
    }
    return labels;
  }

  private static double accuracy(INDArray outputs, SeriesSet set) {
    double[] predicted = outputs.argMax(1).toDoubleVector();
    List<Series> series = set.series();
    long right =
        IntStream.range(0, predicted.length)
            .filter(i -> predicted[i] == series.get(i).target())
            .count();
    return (double) right / predicted.length;
  }

  private static double[] overDraws(List<double[]> draws, ToDoubleFunction<double[]> statistic) {
    return IntStream.range(0, SIZES.length)
        .mapToDouble(
            size -> statistic.applyAsDouble(draws.stream().mapToDouble(d -> d[size]).toArray()))
        .toArray();
  }

  /** The sample standard deviation. */
  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }
}
