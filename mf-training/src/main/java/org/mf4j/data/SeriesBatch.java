package org.mf4j.data;

import java.util.Arrays;
import java.util.List;
import org.mf4j.data.series.Series;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Some series as arrays. Shorter series are padded with zeros at the end up to the longest of the
 * batch, T; the mask is 1 where there are values, and absent if no series is padded.
 */
final class SeriesBatch {
  private SeriesBatch() {}

  /** Features {@code [B,nIn,T]}, labels {@code [B,columns]}, mask {@code [B,T]} or null. */
  // A workspace scope acts by being open, nobody refers to it.
  @SuppressWarnings("try")
  static DataSet of(List<Series> batch, TargetCoding coding, int columns) {
    int steps = batch.stream().mapToInt(Series::length).max().orElseThrow();
    // A batch outlives whatever workspace its consumer has open.
    try (MemoryWorkspace none = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      return new DataSet(
          features(batch, steps), labels(batch, coding, columns), mask(batch, steps), null);
    }
  }

  private static INDArray features(List<Series> batch, int steps) {
    int channels = batch.get(0).channels().length;
    float[] values = new float[Math.multiplyExact(batch.size() * channels, steps)];
    int offset = 0;
    for (Series series : batch) {
      for (double[] channel : series.channels()) {
        for (int t = 0; t < channel.length; t++) {
          values[offset + t] = (float) channel[t];
        }
        offset += steps;
      }
    }
    return Nd4j.create(values, new long[] {batch.size(), channels, steps}, 'c');
  }

  private static INDArray labels(List<Series> batch, TargetCoding coding, int columns) {
    float[] values = new float[batch.size() * columns];
    for (int i = 0; i < batch.size(); i++) {
      coding.encode(batch.get(i).target(), values, i * columns, columns);
    }
    return Nd4j.create(values, new long[] {batch.size(), columns}, 'c');
  }

  private static INDArray mask(List<Series> batch, int steps) {
    if (batch.stream().allMatch(series -> series.length() == steps)) {
      return null;
    }
    float[] values = new float[batch.size() * steps];
    for (int i = 0; i < batch.size(); i++) {
      Arrays.fill(values, i * steps, i * steps + batch.get(i).length(), 1);
    }
    return Nd4j.create(values, new long[] {batch.size(), steps}, 'c');
  }
}
