package org.mf4j.networks;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mf4j.random.SeededRandom;

/** What is looked at of a training set while a network is drawn for it, wherever the set lies. */
public interface TrainingView {
  /** {@return how many channels every series has, at least 1} */
  int channels();

  /** {@return how many series there are, at least 1} */
  int size();

  /** {@return the steps of the longest series} */
  int longest();

  /**
   * Mean and deviation of every channel and of its differences.
   *
   * @param lags k, the distances of the differences, in steps
   * @return the moments of all series
   */
  SeriesMoments moments(List<Integer> lags);

  /**
   * Some of the series.
   *
   * @param indices of {@link #size()} series, counted from 0; none twice
   * @return each {@code [channels][T]}, in the order of the indices
   */
  List<double[][]> some(int... indices);

  /**
   * Random series, each with the same probability.
   *
   * @param most how many; all if there are fewer
   * @param random decides which, and their order
   * @return each {@code [channels][T]}
   */
  default List<double[][]> sample(int most, SeededRandom random) {
    int[] order = IntStream.range(0, size()).toArray();
    random.shuffle(order);
    return some(Arrays.copyOf(order, Math.min(most, order.length)));
  }

  /**
   * Of series that are at hand.
   *
   * @param series each {@code [channels][T]}, NaN for a missing value; at least one
   * @return what is looked at of them
   */
  static TrainingView of(List<double[][]> series) {
    return new AtHand(List.copyOf(series));
  }

  /**
   * A training set in memory.
   *
   * @param series each {@code [channels][T]}
   */
  record AtHand(List<double[][]> series) implements TrainingView {
    @Override
    public int channels() {
      return series.get(0).length;
    }

    @Override
    public int size() {
      return series.size();
    }

    @Override
    public int longest() {
      return series.stream().mapToInt(one -> one[0].length).max().orElseThrow();
    }

    @Override
    public SeriesMoments moments(List<Integer> lags) {
      SeriesMoments moments = new SeriesMoments(channels(), lags);
      series.forEach(moments::add);
      return moments;
    }

    @Override
    public List<double[][]> some(int... indices) {
      return Arrays.stream(indices).mapToObj(series::get).toList();
    }
  }
}
