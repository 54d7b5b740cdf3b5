package org.mf4j.models;

import java.util.List;
import java.util.stream.IntStream;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.random.SeededRandom;

/** Tasks that every model solves in a moment. */
public final class ToySets {
  private ToySets() {}

  /** Noise around -1, 0 or 1: the level is the class. */
  public static DatasetSplit levels() {
    return DatasetSplit.generated(levels(45, 10, 1), levels(30, 10, 2));
  }

  /** Noise around -1 or 1, of two channels and 5 to 14 steps. */
  public static DatasetSplit twoLevelsOfUnequalLengths() {
    return DatasetSplit.generated(twoLevels(40, 1), twoLevels(30, 2));
  }

  /** Noise around a level from N(0, 1); the target is the level plus 1. */
  public static DatasetSplit numbers() {
    return DatasetSplit.generated(numbers(60, 1), numbers(40, 2));
  }

  private static SeriesSet levels(int count, int length, long seed) {
    SeededRandom random = new SeededRandom(seed);
    List<Series> series =
        IntStream.range(0, count)
            .mapToObj(i -> new Series(new double[][] {noise(i % 3 - 1, length, random)}, i % 3))
            .toList();
    return new SeriesSet("levels", List.of("low", "middle", "high"), series);
  }

  private static SeriesSet twoLevels(int count, long seed) {
    SeededRandom random = new SeededRandom(seed);
    List<Series> series =
        IntStream.range(0, count)
            .mapToObj(
                i -> {
                  int length = 5 + random.nextInt(10);
                  int level = i % 2 * 2 - 1;
                  return new Series(
                      new double[][] {noise(level, length, random), noise(0, length, random)},
                      i % 2);
                })
            .toList();
    return new SeriesSet("twoLevels", List.of("low", "high"), series);
  }

  private static SeriesSet numbers(int count, long seed) {
    SeededRandom random = new SeededRandom(seed);
    List<Series> series =
        IntStream.range(0, count)
            .mapToObj(i -> random.nextGaussian())
            .map(level -> new Series(new double[][] {noise(level, 8, random)}, level + 1))
            .toList();
    return new SeriesSet("numbers", List.of(), series);
  }

  private static double[] noise(double level, int length, SeededRandom random) {
    return IntStream.range(0, length).mapToDouble(t -> level + random.nextGaussian() / 4).toArray();
  }
}
