package org.mf4j.examples;

import org.mf4j.data.ControlCharts;
import org.mf4j.data.DatasetSplit;
import org.mf4j.models.MfEsn;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.papers.PaperTask;
import org.mf4j.training.EpochListener;

/**
 * No two nanowires are alike, and a reservoir gains from it: neurons of different step, slope and
 * scaling see a series at different speeds and levels. {@link MfEsn#heterogeneous} is one preset
 * for every task, so there is nothing to choose but the number of neurons. Beside it stands the
 * papers' reservoir of equal neurons, whose settings were searched for this very task.
 */
public final class HeterogeneousReservoir {
  private HeterogeneousReservoir() {}

  /**
   * Fits both to the control charts and prints a table of accuracies.
   *
   * @param args numbers of neurons; 10, 30 and 100 if absent
   * @throws InterruptedException if the thread is interrupted
   */
  public static void main(String[] args) throws InterruptedException {
    DatasetSplit charts = ControlCharts.generate(ControlCharts.DEFAULT_SEED);
    ModelSettings equal = PaperTask.of("SyntheticControl").orElseThrow().settings(ModelKind.MF_ESN);
    System.out.println("neurons  equal  different");
    for (String units : args.length == 0 ? new String[] {"10", "30", "100"} : args) {
      int n = Integer.parseInt(units);
      System.out.printf(
          "%7d  %.3f  %.3f%n",
          n, accuracy(equal.withUnits(n), charts), accuracy(MfEsn.heterogeneous(n), charts));
    }
  }

  static double accuracy(ModelSettings settings, DatasetSplit data) throws InterruptedException {
    return new ModelFitter(settings).fit(data.train(), 1, EpochListener.NONE).score(data.test());
  }
}
