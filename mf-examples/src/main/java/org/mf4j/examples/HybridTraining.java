package org.mf4j.examples;

import org.mf4j.data.ControlCharts;
import org.mf4j.data.DatasetSplit;
import org.mf4j.models.FittedModel;
import org.mf4j.models.Hybrid;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelKind;
import org.mf4j.papers.PaperTask;
import org.mf4j.training.EpochListener;

/**
 * From reservoir to recurrent network: an MF-ESN is solved in a moment, then unfrozen, and Adam
 * goes on from there through all of its weights.
 */
public final class HybridTraining {
  private static final long SEED = 1;

  private HybridTraining() {}

  /**
   * Fits, trains further and prints both accuracies.
   *
   * @param args the number of epochs; 100 if absent
   * @throws InterruptedException if the thread is interrupted
   */
  public static void main(String[] args) throws InterruptedException {
    int epochs = args.length == 0 ? 100 : Integer.parseInt(args[0]);
    DatasetSplit charts = ControlCharts.generate(ControlCharts.DEFAULT_SEED);
    FittedModel reservoir = reservoir(charts);
    FittedModel trained = train(reservoir, charts, epochs);
    System.out.printf(
        "MF-ESN %.3f, after %d epochs as MF-RNN %.3f (test set)%n",
        reservoir.score(charts.test()), epochs, trained.score(charts.test()));
  }

  static FittedModel reservoir(DatasetSplit data) throws InterruptedException {
    var settings = PaperTask.of("SyntheticControl").orElseThrow().settings(ModelKind.MF_ESN);
    return new ModelFitter(settings).fit(data.train(), SEED, EpochListener.NONE);
  }

  static FittedModel train(FittedModel reservoir, DatasetSplit data, int epochs)
      throws InterruptedException {
    return Hybrid.unfreeze(
        reservoir, data.train(), Hybrid.options().withEpochs(epochs), SEED, EpochListener.NONE);
  }
}
