package org.mf4j.figures.gallery;

import java.util.List;
import java.util.stream.Stream;
import org.mf4j.data.ControlCharts;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.series.Series;
import org.mf4j.experiment.Comparison;
import org.mf4j.experiment.ComparisonRecord;
import org.mf4j.figures.Picture;
import org.mf4j.figures.results.ConfusionMatrix;
import org.mf4j.figures.results.LearningCurves;
import org.mf4j.models.ModelKind;
import org.mf4j.papers.PaperTask;

/** Three models on generated control charts: how two of them learn, what the third confuses. */
record ControlChartTrials(long seed) {
  private static final int TRIALS = 3;
  private static final ModelKind RESERVOIR = ModelKind.MF_ESN;
  private static final List<ModelKind> TRAINED = List.of(ModelKind.RNN, ModelKind.MF_RNN);

  List<Picture> pictures() throws InterruptedException {
    DatasetSplit data = ControlCharts.generate(ControlCharts.DEFAULT_SEED);
    PaperTask task = PaperTask.defaultFor(true);
    ComparisonRecord record = new ComparisonRecord();
    new Comparison(data)
        .run(
            Stream.concat(Stream.of(RESERVOIR), TRAINED.stream()).map(task::settings).toList(),
            TRIALS,
            seed,
            record);
    double[] truth = data.test().series().stream().mapToDouble(Series::target).toArray();
    return List.of(
        new LearningCurves(TRAINED.stream().map(kind -> curve(kind, record)).toList()),
        ConfusionMatrix.of(
            RESERVOIR.title() + " on generated control charts",
            data.train().classes(),
            truth,
            record.predictions(RESERVOIR).get(0)));
  }

  private static LearningCurves.Curve curve(ModelKind kind, ComparisonRecord record) {
    return new LearningCurves.Curve(kind.title(), ModelColours.of(kind), record.losses(kind));
  }
}
