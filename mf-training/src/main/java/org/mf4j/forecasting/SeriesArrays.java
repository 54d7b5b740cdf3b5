package org.mf4j.forecasting;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One series as {@code [channels][T]} and as an array {@code [1,channels,T]}. */
final class SeriesArrays {
  private SeriesArrays() {}

  /** Double precision, so that targets are fitted as they are; networks cast what they read. */
  static INDArray of(double[][] series) {
    return Nd4j.create(series).castTo(DataType.DOUBLE).reshape(1, series.length, series[0].length);
  }

  static double[][] toSeries(INDArray array) {
    return array.reshape(array.size(1), array.size(2)).castTo(DataType.DOUBLE).toDoubleMatrix();
  }
}
