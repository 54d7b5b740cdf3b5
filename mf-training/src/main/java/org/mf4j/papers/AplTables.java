package org.mf4j.papers;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mf4j.models.CellSettings;
import org.mf4j.models.GradientLearning;
import org.mf4j.models.LeakySettings;
import org.mf4j.models.Learning;
import org.mf4j.models.MemristiveSettings;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.ReservoirLearning;
import org.mf4j.reservoir.ReservoirOptions;
import org.mf4j.training.TrainingOptions;

/**
 * [APL] Tables IV-VIII in code, with N = 100 and lambda = 1 everywhere. Per row: the selected
 * settings, then mean and standard deviation of the score.
 */
final class AplTables {
  private static final double LAMBDA = 1;

  static final List<PaperTask> TASKS =
      List.of(
          task(
              "JapaneseVowels",
              row(esn(1, .001, .99, .1), .984, .003),
              row(mfEsn(1, .001, .8, 1, 5, .01), .974, .004),
              row(rnn(.001), .916, .011),
              row(mfRnn(.01, .8, 1, .001), .951, .004)),
          task(
              "SyntheticControl",
              row(esn(1, 1, .99, .3), .893, .010),
              row(mfEsn(1, .1, .99, .95, 5, .1), .950, .007),
              row(rnn(.001), .799, .119),
              row(mfRnn(.001, .8, 5, .1), .927, .048)),
          task(
              "ECG5000",
              row(esn(1, 1, .99, .5), .915, .002),
              row(mfEsn(1, 0, .9, 1, 5, .01), .924, .002),
              row(rnn(.001), .804, .247),
              row(mfRnn(.001, .95, 1, .1), .909, .004)),
          task(
              "GunPoint",
              row(esn(10, .001, .95, .1), .593, .023),
              row(mfEsn(1, 0, .99, .95, 5, .1), .769, .070),
              row(rnn(.01), .501, .007),
              row(mfRnn(.001, .8, 5, .1), .751, .012)),
          task(
              "Wafer",
              row(esn(1, 1, .99, .1), .986, .002),
              row(mfEsn(1, .001, .95, 1, 5, .1), .986, .001),
              row(rnn(.001), .804, .109),
              row(mfRnn(.001, .8, 5, .01), .910, .037)),
          task(
              "Epilepsy",
              row(esn(1, 1, .9, .1), .868, .015),
              row(mfEsn(1, .001, .9, 1, 1, .01), .961, .006),
              row(rnn(.001), .448, .106),
              row(mfRnn(.001, 1, 5, .001), .884, .013)),
          task(
              "Coffee",
              row(esn(.1, .1, .99, .3), .586, .029),
              row(mfEsn(10, 1, .9, .95, 5, .01), .586, .017),
              row(rnn(.001), .543, .014),
              row(mfRnn(.001, .8, 5, .001), .950, .029)),
          task(
              "FloodModeling1",
              row(esn(1, .1, .99, .1), .019, .000),
              row(mfEsn(.1, 0, .8, 1, 5, .01), .008, .000),
              row(rnn(.001), .022, .002),
              row(mfRnn(.001, 1, 5, .001), .009, .001)),
          task(
              "FloodModeling2",
              row(esn(2, .1, .95, .1), .018, .000),
              row(mfEsn(.1, 1, .95, 1, 5, .01), .015, .001),
              row(rnn(.001), .019, .001),
              row(mfRnn(.001, 1, 1, .001), .017, .000)),
          task(
              "FloodModeling3",
              row(esn(1, .1, .99, .1), .023, .000),
              row(mfEsn(.1, .001, .95, 1, 5, .01), .010, .001),
              row(rnn(.001), .027, .003),
              row(mfRnn(.001, 1, 1, .001), .010, .000)));

  private AplTables() {}

  private record Row(ModelSettings settings, PublishedScore score) {
    ModelKind kind() {
      return settings.kind();
    }
  }

  private static PaperTask task(String dataset, Row... rows) {
    Map<ModelKind, ModelSettings> settings =
        Stream.of(rows).collect(Collectors.toMap(Row::kind, Row::settings));
    Map<ModelKind, PublishedScore> published =
        Stream.of(rows).collect(Collectors.toMap(Row::kind, Row::score));
    return new PaperTask(dataset, settings, published);
  }

  private static Row row(ModelSettings settings, double mean, double std) {
    return new Row(settings, new PublishedScore(mean, std));
  }

  /** Table V. */
  private static ModelSettings mfEsn(
      double omega, double beta, double rho, double gamma, double slope, double deltaT) {
    return model(new MemristiveSettings(gamma, slope, deltaT), reservoir(omega, beta, rho));
  }

  /** Table VI. */
  private static ModelSettings mfRnn(
      double learningRate, double gamma, double slope, double deltaT) {
    return model(new MemristiveSettings(gamma, slope, deltaT), gradient(learningRate));
  }

  /** Table VII. */
  private static ModelSettings esn(double omega, double beta, double rho, double alpha) {
    return model(new LeakySettings(alpha), reservoir(omega, beta, rho));
  }

  /** Table VIII. */
  private static ModelSettings rnn(double learningRate) {
    return model(new LeakySettings(1), gradient(learningRate));
  }

  private static Learning reservoir(double omega, double beta, double rho) {
    return new ReservoirLearning(new ReservoirOptions(omega, beta, rho), LAMBDA);
  }

  private static Learning gradient(double learningRate) {
    return new GradientLearning(TrainingOptions.paper(learningRate));
  }

  private static ModelSettings model(CellSettings cell, Learning learning) {
    return new ModelSettings(ModelSettings.DEFAULT_UNITS, cell, learning);
  }
}
