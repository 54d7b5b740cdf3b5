package org.mf4j.papers;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.mf4j.models.Cell;
import org.mf4j.models.GradientLearning;
import org.mf4j.models.LeakyCell;
import org.mf4j.models.MemristiveCell;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.ReservoirLearning;
import org.mf4j.reservoir.ReservoirOptions;
import org.mf4j.training.TrainingOptions;

/**
 * The ten tasks of [APL]: the settings that its authors selected (Tables V-VIII) and the scores
 * that they published (Table IV), with N = 100 and lambda = 1 everywhere.
 */
public enum PaperTask {
  /** Speakers by their vowels, 12 channels, 9 classes. */
  JAPANESE_VOWELS(
      "JapaneseVowels",
      mfEsn(1, .001, .8, 1, 5, .01),
      mfRnn(.01, .8, 1, .001),
      esn(1, .001, .99, .1),
      rnn(.001),
      new double[] {.984, .003, .974, .004, .916, .011, .951, .004}),
  /** Control charts, 6 classes. */
  SYNTHETIC_CONTROL(
      "SyntheticControl",
      mfEsn(1, .1, .99, .95, 5, .1),
      mfRnn(.001, .8, 5, .1),
      esn(1, 1, .99, .3),
      rnn(.001),
      new double[] {.893, .010, .950, .007, .799, .119, .927, .048}),
  /** Heartbeats, 5 classes. */
  ECG5000(
      "ECG5000",
      mfEsn(1, 0, .9, 1, 5, .01),
      mfRnn(.001, .95, 1, .1),
      esn(1, 1, .99, .5),
      rnn(.001),
      new double[] {.915, .002, .924, .002, .804, .247, .909, .004}),
  /** Motions of a hand, with a gun or without, 2 classes. */
  GUN_POINT(
      "GunPoint",
      mfEsn(1, 0, .99, .95, 5, .1),
      mfRnn(.001, .8, 5, .1),
      esn(10, .001, .95, .1),
      rnn(.01),
      new double[] {.593, .023, .769, .070, .501, .007, .751, .012}),
  /** Sensors of semiconductor processing, 2 classes. */
  WAFER(
      "Wafer",
      mfEsn(1, .001, .95, 1, 5, .1),
      mfRnn(.001, .8, 5, .01),
      esn(1, 1, .99, .1),
      rnn(.001),
      new double[] {.986, .002, .986, .001, .804, .109, .910, .037}),
  /** Accelerometer of activities, 3 channels, 4 classes. */
  EPILEPSY(
      "Epilepsy",
      mfEsn(1, .001, .9, 1, 1, .01),
      mfRnn(.001, 1, 5, .001),
      esn(1, 1, .9, .1),
      rnn(.001),
      new double[] {.868, .015, .961, .006, .448, .106, .884, .013}),
  /** Spectra of coffee beans, 2 classes. */
  COFFEE(
      "Coffee",
      mfEsn(10, 1, .9, .95, 5, .01),
      mfRnn(.001, .8, 5, .001),
      esn(.1, .1, .99, .3),
      rnn(.001),
      new double[] {.586, .029, .586, .017, .543, .014, .950, .029}),
  /** Water level after rain, regression. */
  FLOOD_MODELING_1(
      "FloodModeling1",
      mfEsn(.1, 0, .8, 1, 5, .01),
      mfRnn(.001, 1, 5, .001),
      esn(1, .1, .99, .1),
      rnn(.001),
      new double[] {.019, .000, .008, .000, .022, .002, .009, .001}),
  /** Water level after rain, regression. */
  FLOOD_MODELING_2(
      "FloodModeling2",
      mfEsn(.1, 1, .95, 1, 5, .01),
      mfRnn(.001, 1, 1, .001),
      esn(2, .1, .95, .1),
      rnn(.001),
      new double[] {.018, .000, .015, .001, .019, .001, .017, .000}),
  /** Water level after rain, regression. */
  FLOOD_MODELING_3(
      "FloodModeling3",
      mfEsn(.1, .001, .95, 1, 5, .01),
      mfRnn(.001, 1, 1, .001),
      esn(1, .1, .99, .1),
      rnn(.001),
      new double[] {.023, .000, .010, .001, .027, .003, .010, .000});

  private final String dataset;
  private final Map<ModelKind, ModelSettings> settings = new EnumMap<>(ModelKind.class);
  private final Map<ModelKind, PublishedScore> scores = new EnumMap<>(ModelKind.class);

  PaperTask(
      String dataset,
      ModelSettings mfEsn,
      ModelSettings mfRnn,
      ModelSettings esn,
      ModelSettings rnn,
      double[] meansAndStds) {
    this.dataset = dataset;
    for (ModelSettings one : new ModelSettings[] {mfEsn, mfRnn, esn, rnn}) {
      settings.put(one.kind(), one);
    }
    int cell = 0;
    for (ModelKind kind :
        new ModelKind[] {ModelKind.ESN, ModelKind.MF_ESN, ModelKind.RNN, ModelKind.MF_RNN}) {
      scores.put(kind, new PublishedScore(meansAndStds[cell], meansAndStds[cell + 1]));
      cell += 2;
    }
  }

  /**
   * The task of a data set.
   *
   * @param dataset its name as the archive spells it; {@code JapaneseVowels_eq} is the equal-length
   *     form of {@code JapaneseVowels}
   * @return the task, if the paper has it
   */
  public static Optional<PaperTask> of(String dataset) {
    String name = dataset.equals("JapaneseVowels_eq") ? "JapaneseVowels" : dataset;
    return Arrays.stream(values()).filter(task -> task.dataset.equals(name)).findFirst();
  }

  /**
   * The task whose settings serve a data set that the paper does not have: SyntheticControl for
   * classification (also the embedded control charts), FloodModeling1 for regression.
   *
   * @param classification whether the target is a class
   * @return the task
   */
  public static PaperTask defaultFor(boolean classification) {
    return classification ? SYNTHETIC_CONTROL : FLOOD_MODELING_1;
  }

  /**
   * The name of the data set in the archive.
   *
   * @return for example {@code SyntheticControl}
   */
  public String dataset() {
    return dataset;
  }

  /**
   * The settings that the authors selected, Tables V-VIII.
   *
   * @param kind the model
   * @return its settings
   */
  public ModelSettings settings(ModelKind kind) {
    return settings.get(kind);
  }

  /**
   * The published score, Table IV.
   *
   * @param kind the model
   * @return mean and standard deviation
   */
  public PublishedScore published(ModelKind kind) {
    return scores.get(kind);
  }

  private static ModelSettings mfEsn(
      double omega, double beta, double rho, double gamma, double slope, double deltaT) {
    return reservoir(new MemristiveCell(gamma, slope, deltaT), omega, beta, rho);
  }

  private static ModelSettings esn(double omega, double beta, double rho, double alpha) {
    return reservoir(new LeakyCell(alpha), omega, beta, rho);
  }

  private static ModelSettings reservoir(Cell cell, double omega, double beta, double rho) {
    return new ModelSettings(
        ModelSettings.DEFAULT_UNITS,
        cell,
        new ReservoirLearning(new ReservoirOptions(omega, beta, rho), 1));
  }

  private static ModelSettings mfRnn(double learningRate, double gamma, double slope, double dt) {
    return trained(new MemristiveCell(gamma, slope, dt), learningRate);
  }

  private static ModelSettings rnn(double learningRate) {
    return trained(new LeakyCell(1), learningRate);
  }

  private static ModelSettings trained(Cell cell, double learningRate) {
    return new ModelSettings(
        ModelSettings.DEFAULT_UNITS,
        cell,
        new GradientLearning(TrainingOptions.paper(learningRate)));
  }
}
