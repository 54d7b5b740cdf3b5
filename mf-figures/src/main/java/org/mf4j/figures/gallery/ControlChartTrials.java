package org.mf4j.figures.gallery;

import java.util.List;
import org.mf4j.data.ControlCharts;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.series.Series;
import org.mf4j.experiment.Comparison;
import org.mf4j.experiment.ComparisonRecord;
import org.mf4j.figures.results.ConfusionMatrix;
import org.mf4j.figures.results.LearningCurves;
import org.mf4j.models.ModelKind;
import org.mf4j.papers.PaperTask;

/** Three models on generated control charts: how two of them learn, what the third confuses. */
record ControlChartTrials(long seed) {
  private static final int TRIALS = 3;
  private static final ModelKind RESERVOIR = ModelKind.MF_ESN;
  private static final List<ModelKind> TRAINED = List.of(ModelKind.RNN, ModelKind.MF_RNN);

  List<ConfusionMatrix> confusion() throws InterruptedException {
    DatasetSplit data = data();
    double[] truth = data.test().series().stream().mapToDouble(Series::target).toArray();
    double[] predicted = run(data, List.of(RESERVOIR), 1).predictions(RESERVOIR).get(0);
    return List.of(
        ConfusionMatrix.of(
            RESERVOIR.title() + " on generated control charts",
            data.train().classes(),
            truth,
            predicted));
  }

  List<LearningCurves> learning() throws InterruptedException {
    ComparisonRecord record = run(data(), TRAINED, TRIALS);
    return List.of(new LearningCurves(TRAINED.stream().map(kind -> curve(kind, record)).toList()));
  }

  private static DatasetSplit data() {
    return ControlCharts.generate(ControlCharts.DEFAULT_SEED);
  }

  private ComparisonRecord run(DatasetSplit data, List<ModelKind> models, int trials)
      throws InterruptedException {
    PaperTask task = PaperTask.defaultFor(true);
    ComparisonRecord record = new ComparisonRecord();
    new Comparison(data).run(models.stream().map(task::settings).toList(), trials, seed, record);
    return record;
  }

  private static LearningCurves.Curve curve(ModelKind kind, ComparisonRecord record) {
    return new LearningCurves.Curve(kind.title(), ModelColours.of(kind), record.losses(kind));
  }
}
