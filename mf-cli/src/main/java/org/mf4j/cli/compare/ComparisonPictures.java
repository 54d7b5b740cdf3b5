package org.mf4j.cli.compare;

import java.util.ArrayList;
import java.util.List;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.series.Series;
import org.mf4j.experiment.ComparisonRecord;
import org.mf4j.experiment.ModelResult;
import org.mf4j.figures.Figure;
import org.mf4j.figures.Picture;
import org.mf4j.figures.gallery.ModelColours;
import org.mf4j.figures.results.ConfusionMatrix;
import org.mf4j.figures.results.LearningCurves;
import org.mf4j.figures.results.PredictedAgainstTrue;
import org.mf4j.figures.results.ScoreBars;
import org.mf4j.figures.style.Palette;

/**
 * The pictures of a comparison: the scores, how the trained models learned, and what the best model
 * predicts.
 */
final class ComparisonPictures {
  private final ComparisonSetup setup;
  private final List<ModelResult> results;
  private final ComparisonRecord record;

  ComparisonPictures(ComparisonReport report, ComparisonRecord record) {
    this.setup = report.setup();
    this.results = report.scored();
    this.record = record;
  }

  /** Two or three pictures, none of models that failed; reservoirs have no learning curves. */
  List<Figure> figures() {
    if (results.isEmpty()) {
      return List.of();
    }
    List<Picture> pictures = new ArrayList<>();
    pictures.add(scores());
    List<LearningCurves.Curve> curves =
        results.stream().map(this::curve).filter(curve -> !curve.losses().isEmpty()).toList();
    if (!curves.isEmpty()) {
      pictures.add(new LearningCurves(curves));
    }
    pictures.add(predictions(best()));
    return pictures.stream().map(Picture::figure).toList();
  }

  private ScoreBars scores() {
    List<ScoreBars.Bar> bars = new ArrayList<>();
    for (ModelResult result : results) {
      String model = result.kind().title();
      bars.add(
          new ScoreBars.Bar(model, "measured", Palette.BLUE.color(), result.mean(), result.std()));
      setup
          .reference()
          .published(result.kind())
          .map(
              score ->
                  new ScoreBars.Bar(
                      model, "published", Palette.BLUE.tint(), score.mean(), score.std()))
          .ifPresent(bars::add);
    }
    return new ScoreBars(
        "scores", "Scores on " + setup.data().test().name(), setup.metric().axis(), bars);
  }

  private LearningCurves.Curve curve(ModelResult result) {
    return new LearningCurves.Curve(
        result.kind().title(), ModelColours.of(result.kind()), record.losses(result.kind()));
  }

  private ModelResult best() {
    return results.stream()
        .reduce((a, b) -> setup.metric().isBetter(b.mean(), a.mean()) ? b : a)
        .orElseThrow();
  }

  /** The first trial stands for all: picking the best one would flatter. */
  private Picture predictions(ModelResult best) {
    DatasetSplit data = setup.data();
    double[] truth = data.test().series().stream().mapToDouble(Series::target).toArray();
    double[] predicted = record.predictions(best.kind()).get(0);
    String title = "Best model: " + best.kind().title() + ", seed " + setup.seed();
    return data.train().isClassification()
        ? ConfusionMatrix.of(title, data.train().classes(), truth, predicted)
        : new PredictedAgainstTrue(title, truth, predicted);
  }
}
