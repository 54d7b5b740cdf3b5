package org.mf4j.data.transform;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.mf4j.data.MissingValues;
import org.mf4j.data.Series;
import org.mf4j.data.SeriesSet;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The steps of all series as rows of matrices {@code [steps,nIn]}, for ND4J's statistics. As rows,
 * series of unequal lengths need no padding and so no mask; in double precision, since a mean far
 * from 0 leaves few digits of a float for the deviation.
 */
final class StepRows {
  private static final int SERIES_PER_MATRIX = 256;

  private StepRows() {}

  static void forEach(SeriesSet set, Consumer<INDArray> consumer) {
    List<Series> series = MissingValues.refuse(set).series();
    for (int from = 0; from < series.size(); from += SERIES_PER_MATRIX) {
      int to = Math.min(series.size(), from + SERIES_PER_MATRIX);
      consumer.accept(Nd4j.createFromArray(rows(series.subList(from, to))));
    }
  }

  private static double[][] rows(List<Series> series) {
    int steps = series.stream().mapToInt(Series::length).sum();
    double[][] rows = new double[steps][series.get(0).channels().length];
    int row = 0;
    for (Series one : series) {
      for (int t = 0; t < one.length(); t++, row++) {
        for (int c = 0; c < rows[row].length; c++) {
          rows[row][c] = one.channels()[c][t];
        }
      }
    }
    return rows;
  }

  static List<Double> list(INDArray perChannel) {
    return Arrays.stream(perChannel.toDoubleVector()).boxed().toList();
  }
}
