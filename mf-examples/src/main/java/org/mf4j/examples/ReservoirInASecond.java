package org.mf4j.examples;

import org.mf4j.data.ControlCharts;
import org.mf4j.data.DatasetSplit;
import org.mf4j.models.FittedModel;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.papers.PaperTask;
import org.mf4j.training.EpochListener;

/**
 * MF-ESN with the papers' settings: the memristive layer keeps the weights that it was given, and
 * ridge regression finds the readout in one pass.
 */
public final class ReservoirInASecond {
  private ReservoirInASecond() {}

  /**
   * Fits on the control charts and prints accuracy and time.
   *
   * @param args none
   * @throws InterruptedException if the thread is interrupted
   */
  public static void main(String[] args) throws InterruptedException {
    DatasetSplit charts = ControlCharts.generate(ControlCharts.DEFAULT_SEED);
    long start = System.nanoTime();
    FittedModel model = fit(charts);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("accuracy %.3f, fitted in %.2f s%n", model.score(charts.test()), seconds);
  }

  static FittedModel fit(DatasetSplit data) throws InterruptedException {
    ModelSettings settings =
        PaperTask.of("SyntheticControl").orElseThrow().settings(ModelKind.MF_ESN);
    return new ModelFitter(settings).fit(data.train(), 1, EpochListener.NONE);
  }
}
