package org.mf4j;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.models.FittedModel;
import org.mf4j.models.MfEsn;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelSettings;
import org.mf4j.training.EpochListener;

/**
 * Fit, predict, score and save, as people know it from scikit-learn. Series are {@code
 * double[series][channel][step]} or a {@link SeriesSet}, of any lengths, without missing values.
 *
 * <pre>{@code
 * Mf.FittedClassifier model = Mf.classifier().fit(series, labels);
 * String[] predicted = model.predict(others);
 * double accuracy = model.score(others, theirLabels);
 * model.save(Path.of("model.zip"));
 * Mf.FittedClassifier same = Mf.load(Path.of("model.zip")).classifier();
 * }</pre>
 *
 * <p>The model is the heterogeneous MF-ESN, {@link MfEsn#heterogeneous}, which serves every task
 * without a search; {@code with} takes any other. A face over {@link ModelFitter} and {@link
 * FittedModel}, which know more.
 */
public final class Mf {
  private static final String GIVEN = "given";

  private Mf() {}

  /** {@return what learns classes, with seed 1} */
  public static Classifier classifier() {
    return new Classifier(preset(), 1);
  }

  /** {@return what learns numbers, with seed 1} */
  public static Regressor regressor() {
    return new Regressor(preset(), 1);
  }

  /**
   * Loads what was saved, here or by {@code mf train}.
   *
   * @param file the model file
   * @return the model
   * @throws IOException if it cannot be read or is no such file; the message is one sentence
   */
  public static Loaded load(Path file) throws IOException {
    return new Loaded(FittedModel.load(file));
  }

  private static ModelSettings preset() {
    return MfEsn.heterogeneous(ModelSettings.DEFAULT_UNITS).withProbabilities();
  }

  /**
   * Learns classes.
   *
   * @param settings of which model
   * @param seed decides every random number
   */
  public record Classifier(ModelSettings settings, long seed) {
    /**
     * Another model.
     *
     * @param other its settings
     * @return a classifier of these
     */
    public Classifier with(ModelSettings other) {
      return new Classifier(other.withProbabilities(), seed);
    }

    /**
     * Learns.
     *
     * @param series {@code [series][channel][step]}
     * @param labels the class of every series
     * @return the fitted model
     * @throws IllegalArgumentException if there is not one label per series
     * @throws DataException if a value is missing or all labels are the same
     * @throws InterruptedException if the thread was interrupted during training
     */
    public FittedClassifier fit(double[][][] series, String[] labels) throws InterruptedException {
      return fit(SeriesSet.of(GIVEN, series, labels));
    }

    /**
     * Learns.
     *
     * @param series with their classes
     * @return the fitted model
     * @throws InterruptedException if the thread was interrupted during training
     */
    public FittedClassifier fit(SeriesSet series) throws InterruptedException {
      return new FittedClassifier(new ModelFitter(settings).fit(series, seed, EpochListener.NONE));
    }
  }

  /**
   * Learns numbers.
   *
   * @param settings of which model
   * @param seed decides every random number
   */
  public record Regressor(ModelSettings settings, long seed) {
    /**
     * Another model.
     *
     * @param other its settings
     * @return a regressor of these
     */
    public Regressor with(ModelSettings other) {
      return new Regressor(other, seed);
    }

    /**
     * Learns.
     *
     * @param series {@code [series][channel][step]}
     * @param targets the number of every series
     * @return the fitted model
     * @throws IllegalArgumentException if there is not one target per series
     * @throws DataException if a value is missing
     * @throws InterruptedException if the thread was interrupted during training
     */
    public FittedRegressor fit(double[][][] series, double[] targets) throws InterruptedException {
      return fit(SeriesSet.of(GIVEN, series, targets));
    }

    /**
     * Learns.
     *
     * @param series with their numbers
     * @return the fitted model
     * @throws InterruptedException if the thread was interrupted during training
     */
    public FittedRegressor fit(SeriesSet series) throws InterruptedException {
      return new FittedRegressor(new ModelFitter(settings).fit(series, seed, EpochListener.NONE));
    }
  }

  /**
   * A model that was saved.
   *
   * @param model everything that is known of it
   */
  public record Loaded(FittedModel model) {
    /**
     * The model, if it predicts classes.
     *
     * @return the same
     * @throws IllegalArgumentException if it predicts numbers
     */
    public FittedClassifier classifier() {
      return new FittedClassifier(model);
    }

    /**
     * The model, if it predicts numbers.
     *
     * @return the same
     * @throws IllegalArgumentException if it predicts classes
     */
    public FittedRegressor regressor() {
      return new FittedRegressor(model);
    }
  }

  /**
   * Predicts classes.
   *
   * @param model everything that is known of it
   */
  public record FittedClassifier(FittedModel model) {
    /**
     * A model of classes.
     *
     * @throws IllegalArgumentException if the model predicts numbers
     */
    public FittedClassifier {
      if (!model.task().isClassification()) {
        throw new IllegalArgumentException("model: predicts numbers; ask for its regressor()");
      }
    }

    /** {@return the labels, in the order of probabilities} */
    public List<String> classes() {
      return model.task().classes();
    }

    /**
     * Predicts.
     *
     * @param series {@code [series][channel][step]}
     * @return the label of every series
     * @throws DataException if a value is missing or the number of channels is not the model's
     */
    public String[] predict(double[][][] series) {
      return predict(SeriesSet.of(GIVEN, series));
    }

    /**
     * Predicts.
     *
     * @param series whose classes, if they have any, are not looked at
     * @return the label of every series
     */
    public String[] predict(SeriesSet series) {
      return Arrays.stream(model.predict(series))
          .mapToObj(index -> classes().get((int) index))
          .toArray(String[]::new);
    }

    /**
     * Tells how probable each class is.
     *
     * @param series {@code [series][channel][step]}
     * @return {@code [series][class]}, see {@link #classes()}
     * @throws IllegalArgumentException if the model gives no probabilities, see {@link
     *     FittedModel#probabilities}
     */
    public double[][] predictProbabilities(double[][][] series) {
      return predictProbabilities(SeriesSet.of(GIVEN, series));
    }

    /**
     * Tells how probable each class is.
     *
     * @param series whose classes, if they have any, are not looked at
     * @return {@code [series][class]}, see {@link #classes()}
     */
    public double[][] predictProbabilities(SeriesSet series) {
      return model.probabilities(series);
    }

    /**
     * Predicts and compares.
     *
     * @param series {@code [series][channel][step]}
     * @param labels the class of every series
     * @return accuracy, the share of series whose class was found
     * @throws DataException if the model does not know a label
     */
    public double score(double[][][] series, String[] labels) {
      return score(SeriesSet.of(GIVEN, series, labels));
    }

    /**
     * Predicts and compares.
     *
     * @param series with their classes
     * @return accuracy
     */
    public double score(SeriesSet series) {
      return model.score(series);
    }

    /**
     * Saves the model, whole or not at all.
     *
     * @param file the file to write; replaced if it exists
     * @throws IOException if it cannot be written
     */
    public void save(Path file) throws IOException {
      model.save(file);
    }
  }

  /**
   * Predicts numbers.
   *
   * @param model everything that is known of it
   */
  public record FittedRegressor(FittedModel model) {
    /**
     * A model of numbers.
     *
     * @throws IllegalArgumentException if the model predicts classes
     */
    public FittedRegressor {
      if (model.task().isClassification()) {
        throw new IllegalArgumentException("model: predicts classes; ask for its classifier()");
      }
    }

    /**
     * Predicts.
     *
     * @param series {@code [series][channel][step]}
     * @return the number of every series
     * @throws DataException if a value is missing or the number of channels is not the model's
     */
    public double[] predict(double[][][] series) {
      return predict(SeriesSet.of(GIVEN, series));
    }

    /**
     * Predicts.
     *
     * @param series whose numbers, if they have any, are not looked at
     * @return the number of every series
     */
    public double[] predict(SeriesSet series) {
      return model.predict(series);
    }

    /**
     * Predicts and compares.
     *
     * @param series {@code [series][channel][step]}
     * @param targets the number of every series
     * @return RMSE, the root of the mean squared error
     */
    public double score(double[][][] series, double[] targets) {
      return score(SeriesSet.of(GIVEN, series, targets));
    }

    /**
     * Predicts and compares.
     *
     * @param series with their numbers
     * @return RMSE
     */
    public double score(SeriesSet series) {
      return model.score(series);
    }

    /**
     * Saves the model, whole or not at all.
     *
     * @param file the file to write; replaced if it exists
     * @throws IOException if it cannot be written
     */
    public void save(Path file) throws IOException {
      model.save(file);
    }
  }
}
