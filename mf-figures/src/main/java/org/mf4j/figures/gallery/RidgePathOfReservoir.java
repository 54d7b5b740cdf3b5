package org.mf4j.figures.gallery;

import java.util.List;
import java.util.stream.IntStream;
import org.mf4j.data.ControlCharts;
import org.mf4j.data.Split;
import org.mf4j.figures.results.RidgePath;
import org.mf4j.models.FittedModel;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.ReservoirLearning;
import org.mf4j.papers.PaperTask;
import org.mf4j.training.EpochListener;

/**
 * The readout of an MF-ESN of 300 neurons on generated control charts over its penalty: the error
 * on the series that it was fitted to, and on a fifth of the training set that was held out.
 */
record RidgePathOfReservoir(long seed) {
  private static final int UNITS = 300;
  private static final int POINTS = 9;
  private static final double LOWEST_EXPONENT = -4;
  private static final double HIGHEST_EXPONENT = 4;

  List<RidgePath> pictures() throws InterruptedException {
    Split split =
        Split.holdOut(
            ControlCharts.generate(ControlCharts.DEFAULT_SEED).train(),
            Split.VALIDATION_FRACTION,
            seed);
    double[] lambdas =
        IntStream.range(0, POINTS).mapToDouble(RidgePathOfReservoir::lambda).toArray();
    double[] train = new double[POINTS];
    double[] validation = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      FittedModel model =
          new ModelFitter(settings(lambdas[i])).fit(split.train(), seed, EpochListener.NONE);
      train[i] = 1 - model.score(split.train());
      validation[i] = 1 - model.score(split.validation());
    }
    return List.of(new RidgePath(lambdas, train, validation));
  }

  private static double lambda(int i) {
    return Math.pow(10, LOWEST_EXPONENT + (HIGHEST_EXPONENT - LOWEST_EXPONENT) * i / (POINTS - 1));
  }

  private static ModelSettings settings(double lambda) {
    ModelSettings paper = PaperTask.defaultFor(true).settings(ModelKind.MF_ESN);
    ReservoirLearning learning = (ReservoirLearning) paper.learning();
    return new ModelSettings(
        UNITS, paper.cell(), new ReservoirLearning(learning.reservoir(), lambda));
  }
}
