package org.mf4j.cli.compare;

import java.util.List;
import java.util.stream.Stream;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.experiment.ModelResult;
import org.mf4j.experiment.Trial;
import org.mf4j.models.ModelKind;
import org.mf4j.papers.PaperReference;

/** A small comparison whose numbers are easy to check by hand. */
final class Samples {
  private Samples() {}

  /** ESN and RNN on two series of two and three steps; no class means regression. */
  static ComparisonSetup setup(String dataset, String... classes) {
    SeriesSet set =
        new SeriesSet(
            dataset,
            List.of(classes),
            List.of(
                new Series(new double[][] {{1, 2}}, 0), new Series(new double[][] {{1, 2, 3}}, 1)));
    PaperReference reference = PaperReference.of(set);
    return new ComparisonSetup(
        DatasetSplit.generated(set, set),
        "interpolate,resample=3",
        reference,
        Stream.of(ModelKind.ESN, ModelKind.RNN).map(reference::settings).toList(),
        3,
        7);
  }

  /** Scores 0.4, 0.5, 0.6 for every model: mean 0.5, sample standard deviation 0.1. */
  static List<ModelResult> results(ComparisonSetup setup) {
    List<Trial> trials =
        List.of(new Trial(7, .4, 1, .25), new Trial(8, .5, 1, .25), new Trial(9, .6, 2.5, .25));
    return setup.models().stream().map(model -> new ModelResult(model, trials)).toList();
  }
}
