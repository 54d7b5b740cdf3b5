package org.mf4j.benchmarks;

import java.util.stream.IntStream;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Random inputs, the same in every run. */
public final class RandomData {
  private static final long SEED = 1;

  private RandomData() {}

  /**
   * Standard normal numbers.
   *
   * @param count how many
   * @return the numbers
   */
  public static float[] normal(int count) {
    SeededRandom random = new SeededRandom(SEED);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /**
   * A matrix of standard normal numbers.
   *
   * @param rows rows
   * @param columns columns
   * @return {@code [rows,columns]} in C order
   */
  public static INDArray matrix(int rows, int columns) {
    return Nd4j.create(normal(rows * columns), new int[] {rows, columns});
  }

  /**
   * Series of one channel.
   *
   * @param batch B
   * @param steps T
   * @return {@code [B,1,T]}
   */
  public static INDArray series(int batch, int steps) {
    return matrix(batch, steps).reshape(batch, 1, steps);
  }

  /**
   * A batch of series of one channel with a class each.
   *
   * @param batch B
   * @param steps T
   * @return features {@code [B,1,T]} and one-hot labels {@code [B,CLASSES]}
   */
  public static DataSet batch(int batch, int steps) {
    INDArray labels = Nd4j.zeros(batch, Networks.CLASSES);
    for (int i = 0; i < batch; i++) {
      labels.putScalar(i, i % Networks.CLASSES, 1);
    }
    return new DataSet(series(batch, steps), labels);
  }

  /**
   * Series of one channel with a class each, as the models take them.
   *
   * @param count how many
   * @param steps T
   * @return the set
   */
  public static SeriesSet seriesSet(int count, int steps) {
    return seriesSet(normal(count * steps), 0, count, steps);
  }

  /**
   * Some of the series that lie in an array one after the other.
   *
   * @param values the numbers
   * @param first index of the first series
   * @param count how many
   * @param steps T
   * @return the set
   */
  public static SeriesSet seriesSet(float[] values, int first, int count, int steps) {
    return new SeriesSet(
        "random",
        IntStream.rangeClosed(1, Networks.CLASSES).mapToObj(String::valueOf).toList(),
        IntStream.range(first, first + count).mapToObj(i -> one(values, i, steps)).toList());
  }

  private static Series one(float[] values, int index, int steps) {
    double[] channel =
        IntStream.range(0, steps).mapToDouble(t -> values[index * steps + t]).toArray();
    return new Series(new double[][] {channel}, index % Networks.CLASSES);
  }
}
