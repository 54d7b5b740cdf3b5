package org.mf4j.spark;

import java.io.Serializable;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.param.Params;

/**
 * The params of {@link SeriesColumns}.
 *
 * @param series column of series
 * @param label column of targets
 * @param id column that names rows
 * @param prediction column of predictions
 * @param rawPrediction column of scores
 * @param probability column of probabilities
 * @param badRows what happens to bad rows
 */
public record SeriesParams(
    Param<String> series,
    Param<String> label,
    Param<String> id,
    Param<String> prediction,
    Param<String> rawPrediction,
    Param<String> probability,
    Param<String> badRows)
    implements Serializable {
  /**
   * Declares them with their defaults.
   *
   * @param parent the estimator or model, which has its uid
   * @return its params
   */
  static SeriesParams of(Params parent) {
    return new SeriesParams(
        new Param<>(parent, "seriesCol", "column of series, array<array<double>>"),
        new Param<>(parent, "labelCol", "column of targets, double"),
        new Param<>(parent, "idCol", "column that names rows in messages"),
        new Param<>(parent, "predictionCol", "column of predictions"),
        new Param<>(parent, "rawPredictionCol", "column of the outputs of the readout"),
        new Param<>(parent, "probabilityCol", "column of the probabilities of classes"),
        new Param<>(
            parent,
            "badRows",
            "bad rows: fail, drop or keep",
            ParamValidators.inArray(new String[] {"fail", "drop", "keep"})));
  }

  void setDefaults(Params parent) {
    parent.setDefault(series, "series");
    parent.setDefault(label, "label");
    parent.setDefault(id, "id");
    parent.setDefault(prediction, "prediction");
    parent.setDefault(rawPrediction, "rawPrediction");
    parent.setDefault(probability, "probability");
    parent.setDefault(badRows, "fail");
  }
}
