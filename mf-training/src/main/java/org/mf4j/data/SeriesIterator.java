package org.mf4j.data;

import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.FiniteValues;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.DataSetPreProcessor;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Feeds a {@link SeriesSet} to Deeplearning4j in batches: features {@code [B,nIn,T]}, labels {@code
 * [B,columns]}, both float, and a feature mask {@code [B,T]} where lengths differ (see {@link
 * SeriesBatch}). The last batch of a pass may be smaller.
 *
 * <p>Every batch has arrays of its own, so that a normaliser may change them in place. {@link
 * #reset()} begins the next pass, which has its own order if the iterator shuffles; before the
 * first batch of a pass it does nothing, so the orders depend on the seed and the number of passes
 * only.
 */
public final class SeriesIterator implements DataSetIterator {
  private static final int FEWEST_SERIES = 64;
  private static final int MOST_SERIES = 1024;

  /** 28 MiB: from 32 MiB on glibc takes memory from the system, and gives it back, every time. */
  private static final int NUMBERS_OF_BATCH = 7 << 20;

  private static final long serialVersionUID = 1L;

  private final SeriesSet set;
  private final TargetCoding coding;
  private final int columns;
  private final int batchSize;
  private final boolean shuffled;
  private final int[] order;
  private long nextSeed;
  private int position;
  private DataSetPreProcessor preProcessor;

  private SeriesIterator(SeriesSet set, TargetCoding coding, int batchSize, OptionalLong seed) {
    this.set = FiniteValues.require(set);
    this.coding = coding;
    this.columns = coding.columns(set);
    this.batchSize = positive(batchSize);
    this.shuffled = seed.isPresent();
    this.order = IntStream.range(0, set.size()).toArray();
    this.nextSeed = seed.orElse(0);
    beginPass();
  }

  /**
   * The series in their own order, in every pass.
   *
   * @param set the series
   * @param coding the form of the labels
   * @param batchSize the number of series of a batch, at least 1
   * @return an iterator in front of the first batch
   * @throws DataException if a value is missing or not finite
   * @throws IllegalArgumentException if the coding does not suit the set or the batch size is not
   *     positive
   */
  public static SeriesIterator inOrder(SeriesSet set, TargetCoding coding, int batchSize) {
    return new SeriesIterator(set, coding, batchSize, OptionalLong.empty());
  }

  /**
   * The series in the order of the set, many at once: for networks that keep no states, whose
   * processors share a batch and whose products gain from many rows.
   *
   * @param set the series
   * @param coding the form of the labels
   * @return an iterator in front of the first batch; batches are of at most {@value #MOST_SERIES}
   *     series, and of fewer, down to {@value #FEWEST_SERIES}, where 28 MiB of numbers would be
   *     passed
   * @throws DataException if a value is missing or not finite
   */
  public static SeriesIterator inLargeBatches(SeriesSet set, TargetCoding coding) {
    return inLargeBatches(set, coding, set.channels());
  }

  /**
   * The series in the order of the set, many at once, for networks that make more channels of them
   * on the way.
   *
   * @param set the series
   * @param coding the form of the labels
   * @param channels the most channels that a series has in the network, at least 1
   * @return an iterator in front of the first batch; batches as above, where these channels count
   * @throws DataException if a value is missing or not finite
   */
  public static SeriesIterator inLargeBatches(SeriesSet set, TargetCoding coding, long channels) {
    long numbersOfOne = Math.max(1, channels * set.maxLength());
    int fitting = (int) Math.min(MOST_SERIES, NUMBERS_OF_BATCH / numbersOfOne);
    return inOrder(set, coding, Math.max(FEWEST_SERIES, fitting));
  }

  /**
   * The series in a new random order in every pass.
   *
   * @param set the series
   * @param coding the form of the labels
   * @param batchSize the number of series of a batch, at least 1
   * @param seed equal seeds give equal orders
   * @return an iterator in front of the first batch
   * @throws DataException if a value is missing or not finite
   * @throws IllegalArgumentException if the coding does not suit the set or the batch size is not
   *     positive
   */
  public static SeriesIterator shuffled(
      SeriesSet set, TargetCoding coding, int batchSize, long seed) {
    return new SeriesIterator(set, coding, batchSize, OptionalLong.of(seed));
  }

  private static int positive(int batchSize) {
    if (batchSize < 1) {
      throw new IllegalArgumentException("batchSize = " + batchSize + ": must be at least 1");
    }
    return batchSize;
  }

  private void beginPass() {
    position = 0;
    if (shuffled) {
      SeededRandom random = new SeededRandom(nextSeed);
      nextSeed = random.nextLong();
      random.shuffle(order);
    }
  }

  @Override
  public boolean hasNext() {
    return position < order.length;
  }

  @Override
  public DataSet next() {
    return next(batchSize);
  }

  /**
   * A batch of another size.
   *
   * @param size the number of series wanted, at least 1
   * @return that many, or what is left of the pass
   * @throws NoSuchElementException at the end of the pass
   * @throws IllegalArgumentException if the size is not positive
   */
  @Override
  public DataSet next(int size) {
    if (!hasNext()) {
      throw new NoSuchElementException("the pass is over; reset() begins the next");
    }
    int from = position;
    position = from + Math.min(positive(size), order.length - from);
    DataSet batch = build(from, position);
    if (preProcessor != null) {
      preProcessor.preProcess(batch);
    }
    return batch;
  }

  private DataSet build(int from, int to) {
    List<Series> batch =
        IntStream.range(from, to).mapToObj(i -> set.series().get(order[i])).toList();
    return SeriesBatch.of(batch, coding, columns);
  }

  @Override
  public void reset() {
    if (position > 0) {
      beginPass();
    }
  }

  @Override
  public boolean resetSupported() {
    return true;
  }

  /** A batch is at hand in microseconds: a prefetching thread would cost more than it saves. */
  @Override
  public boolean asyncSupported() {
    return false;
  }

  @Override
  public int inputColumns() {
    return set.channels();
  }

  @Override
  public int totalOutcomes() {
    return columns;
  }

  @Override
  public int batch() {
    return batchSize;
  }

  @Override
  public List<String> getLabels() {
    return set.classes();
  }

  @Override
  public void setPreProcessor(DataSetPreProcessor preProcessor) {
    this.preProcessor = preProcessor;
  }

  @Override
  public DataSetPreProcessor getPreProcessor() {
    return preProcessor;
  }

  /**
   * Some series as arrays. Shorter series are padded with zeros at the end up to the longest of the
   * batch, T; the mask is 1 where there are values, and absent if no series is padded.
   */
  static final class SeriesBatch {
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
}
