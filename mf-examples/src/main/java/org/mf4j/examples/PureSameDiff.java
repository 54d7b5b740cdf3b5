package org.mf4j.examples;

import java.util.Map;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.engine.samediff.MemristiveOps;
import org.mf4j.random.SeededRandom;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.TrainingConfig;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.adapter.SingletonDataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/**
 * No layers, no network: {@link MemristiveOps} adds memristive neurons to a graph of SameDiff,
 * whose own autodiff trains them. The task: which of two inputs was larger in total? (SameDiff
 * 1.0.0-M2.1 prints a line for every operation that it differentiates.)
 */
public final class PureSameDiff {
  private static final int STEPS = 10;
  private static final int UNITS = 16;

  private PureSameDiff() {}

  /**
   * Trains and prints the share of right answers on new series.
   *
   * @param args the number of epochs; 50 if absent
   */
  public static void main(String[] args) {
    int epochs = args.length == 0 ? 50 : Integer.parseInt(args[0]);
    SameDiff graph = graph();
    graph.fit(new SingletonDataSetIterator(series(100, 1)), epochs);
    double accuracy = accuracy(graph, series(200, 2));
    System.out.printf("accuracy on new series after %d epochs: %.3f%n", epochs, accuracy);
  }

  static SameDiff graph() {
    SameDiff sd = SameDiff.create();
    SDVariable x = sd.placeHolder("x", DataType.FLOAT, -1, 2, STEPS);
    SDVariable y = sd.placeHolder("y", DataType.FLOAT, -1, 1);
    SDVariable w = sd.var("W", uniform(1, 2, UNITS));
    SDVariable rw = sd.var("RW", uniform(2, UNITS, UNITS));
    SDVariable b = sd.var("b", Nd4j.zeros(1, UNITS));
    SDVariable last =
        MemristiveOps.memristiveRnn(sd, "rnn", x, w, rw, b, STEPS, MemristiveDynamics.paper())
            .last();
    SDVariable logit = last.mmul("logit", sd.var("readout", uniform(3, UNITS, 1)));
    sd.loss().sigmoidCrossEntropy("loss", y, logit, null);
    TrainingConfig.Builder training = new TrainingConfig.Builder().updater(new Adam(0.05));
    sd.setTrainingConfig(training.dataSetFeatureMapping("x").dataSetLabelMapping("y").build());
    return sd;
  }

  static double accuracy(SameDiff graph, DataSet data) {
    INDArray logit = graph.output(Map.of("x", data.getFeatures()), "logit").get("logit");
    INDArray right = logit.gt(0).castTo(DataType.FLOAT).eq(data.getLabels());
    return right.castTo(DataType.FLOAT).meanNumber().doubleValue();
  }

  static DataSet series(int count, long seed) {
    INDArray x = uniform(seed, count, 2, STEPS);
    INDArray total = x.sum(2);
    INDArray larger = total.getColumn(0, true).gt(total.getColumn(1, true));
    return new DataSet(x, larger.castTo(DataType.FLOAT));
  }

  private static INDArray uniform(long seed, long... shape) {
    SeededRandom random = new SeededRandom(seed);
    INDArray array = Nd4j.create(DataType.FLOAT, shape);
    for (long i = 0; i < array.length(); i++) {
      array.putScalar(i, random.uniform(-1, 1));
    }
    return array;
  }
}
