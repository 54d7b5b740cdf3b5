package org.mf4j.benchmarks.cores;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.benchmarks.ComparedLayer;
import org.mf4j.benchmarks.Networks;
import org.mf4j.benchmarks.RandomData;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.models.FittedModel;
import org.mf4j.models.MfEsn;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.papers.AplGrids;
import org.mf4j.papers.PaperTask;
import org.mf4j.readout.LambdaRule;
import org.mf4j.readout.Ridge;
import org.mf4j.readout.RidgeOptions;
import org.mf4j.search.Grid;
import org.mf4j.search.Search;
import org.mf4j.search.SearchListener;
import org.mf4j.search.SearchOptions;
import org.mf4j.search.Strategy;
import org.mf4j.search.TrialLog;
import org.mf4j.search.Validation;
import org.mf4j.training.EpochListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/**
 * A job that is timed.
 *
 * @param name what it is
 * @param products the multiplications and additions of its matrix products, 0 where nobody counted
 * @param prepared makes what the job needs, and the job
 */
record Work(String name, double products, Supplier<Once> prepared) {
  private static final int STEPS = 140;
  private static final int NEURONS = 100;

  /** The job, once. */
  interface Once {
    void run() throws IOException, InterruptedException;
  }

  /** {@return what a user waits for, in the order of the table} */
  static List<Work> all() {
    ModelSettings paper = PaperTask.of("ECG5000").orElseThrow().settings(ModelKind.MF_ESN);
    List<Work> all = new ArrayList<>();
    for (int batch : new int[] {64, 256, 1024}) {
      all.add(training(batch));
    }
    addReservoir(all, "MF-ESN, N = 100", paper, 2048);
    addReservoir(all, "MF-ESN, N = 1,000", paper.withUnits(1000), 512);
    addReservoir(all, "plain heterogeneous MF-ESN, N = 500", MfEsn.plainHeterogeneous(500), 512);
    addReservoir(all, "heterogeneous MF-ESN, N = 500", MfEsn.heterogeneous(500), 512);
    all.add(new Work("ridge, 1,000 features of 10,000 examples", 0, Work::ridge));
    all.add(new Work("search, 256 trials of MF-ESN, N = 100", 0, Work::search));
    return all;
  }

  private static Work training(int batch) {
    double perStep = 2.0 * batch * (NEURONS + 2) * NEURONS;
    return new Work(
        "training step, B = " + batch,
        3 * STEPS * perStep,
        () -> {
          MultiLayerNetwork network = Networks.classifier(ComparedLayer.MEMRISTIVE_FUSED, NEURONS);
          DataSet data = RandomData.batch(batch, STEPS);
          return () -> network.fit(data);
        });
  }

  private static void addReservoir(List<Work> to, String name, ModelSettings settings, int count) {
    String size = count + " series";
    to.add(
        new Work(
            name + ": fit, " + size,
            0,
            () -> {
              SeriesSet train = RandomData.seriesSet(count, STEPS);
              return () -> fit(settings, train);
            }));
    to.add(
        new Work(
            name + ": predict, " + size,
            0,
            () -> {
              SeriesSet series = RandomData.seriesSet(count, STEPS);
              FittedModel model = fit(settings, series);
              return () -> model.score(series);
            }));
  }

  private static FittedModel fit(ModelSettings settings, SeriesSet train) {
    try {
      return new ModelFitter(settings).fit(train, 1, EpochListener.NONE);
    } catch (InterruptedException e) {
      throw new IllegalStateException("a reservoir is not trained in epochs", e);
    }
  }

  private static Once ridge() {
    INDArray x = RandomData.matrix(10_000, 1_000);
    INDArray y = RandomData.matrix(10_000, 6);
    RidgeOptions options =
        RidgeOptions.leaveOneOut()
            .withLambda(new LambdaRule.LeaveOneOut(LambdaRule.logSpaced(1e-3, 1e5, 30)));
    return () -> Ridge.fit(x, y, options);
  }

  private static Once search() {
    SeriesSet train = RandomData.seriesSet(300, 60);
    Grid grid = AplGrids.of(ModelKind.MF_ESN);
    SearchOptions options =
        new SearchOptions(new Strategy.RandomSample(256), new Validation.HoldOut(.3), 1, 1);
    return () ->
        new Search(grid, train, options).run(TrialLog.inMemory(), SearchListener.NONE, () -> false);
  }
}
