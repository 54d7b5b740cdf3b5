package org.mf4j.spark;

import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/**
 * Which columns hold what, and what happens to bad rows: the params that estimator and model share.
 */
public interface SeriesColumns extends Params {
  /** {@return where these params are kept} */
  SeriesParams columns();

  /** {@return the column of series, {@code array<array<double>>}: channels of steps; "series"} */
  default Param<String> seriesCol() {
    return columns().series();
  }

  /**
   * The column of targets.
   *
   * @return doubles: indices of classes, as {@code StringIndexer} makes them, or numbers to
   *     regress; default "label"
   */
  default Param<String> labelCol() {
    return columns().label();
  }

  /** {@return the column that messages name rows by, if there is one; default "id"} */
  default Param<String> idCol() {
    return columns().id();
  }

  /** {@return the column that a model adds: the class or number predicted; "prediction"} */
  default Param<String> predictionCol() {
    return columns().prediction();
  }

  /**
   * The column of scores.
   *
   * @return a vector of the readout's outputs, which a model of classes adds; divided by the
   *     temperature where probabilities are calibrated, so that their softmax is {@link
   *     #probabilityCol}; "rawPrediction"
   */
  default Param<String> rawPredictionCol() {
    return columns().rawPrediction();
  }

  /**
   * The column of probabilities.
   *
   * @return a vector of {@link org.mf4j.models.FittedModel#probabilities}, which a calibrated model
   *     of classes adds; "probability"
   */
  default Param<String> probabilityCol() {
    return columns().probability();
  }

  /**
   * What happens to a row whose series is null, empty, ragged, of another number of channels or not
   * finite, or, in a fit, whose target is missing.
   *
   * @return "fail", the default: one sentence that names the row; "drop": the row is left out;
   *     "keep": the prediction is NaN, and a fit leaves the row out
   */
  default Param<String> badRows() {
    return columns().badRows();
  }
}
