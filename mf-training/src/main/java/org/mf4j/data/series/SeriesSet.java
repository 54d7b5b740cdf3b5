package org.mf4j.data.series;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A set of labelled series of one origin.
 *
 * @param name the name of the data set, as the archive spells it
 * @param classes the class labels in the order of their indices; empty for regression
 * @param series the series, in the order of the file; all have the same number of channels. Those
 *     without a number are numbered from 1
 */
public record SeriesSet(String name, List<String> classes, List<Series> series)
    implements Serializable {
  /**
   * A set of one series at least, all of as many channels, whose targets are indices of the classes
   * if there are classes.
   *
   * @throws IllegalArgumentException if there is no series, the numbers of channels differ, or a
   *     target is no index of a class
   */
  public SeriesSet {
    classes = List.copyOf(classes);
    series = numbered(series);
    if (series.isEmpty()) {
      throw new IllegalArgumentException("series: the set " + name + " is empty");
    }
    int expected = series.get(0).channels().length;
    for (Series one : series) {
      if (one.channels().length != expected) {
        throw new IllegalArgumentException(
            "series: " + expected + " and " + one.channels().length + " channels in one set");
      }
      if (!classes.isEmpty() && !isIndex(one.target(), classes.size())) {
        throw new IllegalArgumentException(
            "series: target " + one.target() + " is no index of " + classes.size() + " classes");
      }
    }
  }

  /**
   * A set of arrays and their classes.
   *
   * @param name the name of the set
   * @param series values {@code [series][channel][step]}
   * @param labels the class of every series
   * @return the set, its classes in the order of their names
   * @throws IllegalArgumentException if there is not one label per series, or as above
   */
  public static SeriesSet of(String name, double[][][] series, String[] labels) {
    requireOneEach("labels", labels.length, series);
    List<String> classes = Arrays.stream(labels).distinct().sorted().toList();
    return of(name, classes, series, i -> classes.indexOf(labels[i]));
  }

  /**
   * A set of arrays and the numbers to regress.
   *
   * @param name the name of the set
   * @param series values {@code [series][channel][step]}
   * @param targets the number of every series
   * @return the set
   * @throws IllegalArgumentException if there is not one target per series, or as above
   */
  public static SeriesSet of(String name, double[][][] series, double[] targets) {
    requireOneEach("targets", targets.length, series);
    return of(name, List.of(), series, i -> targets[i]);
  }

  /**
   * A set of arrays to be predicted.
   *
   * @param name the name of the set
   * @param series values {@code [series][channel][step]}
   * @return the set, without targets
   * @throws IllegalArgumentException as above
   */
  public static SeriesSet of(String name, double[][][] series) {
    return of(name, List.of(), series, i -> Double.NaN);
  }

  private static SeriesSet of(
      String name, List<String> classes, double[][][] series, IntToDoubleFunction target) {
    return new SeriesSet(
        name,
        classes,
        IntStream.range(0, series.length)
            .mapToObj(i -> new Series(series[i], target.applyAsDouble(i)))
            .toList());
  }

  private static void requireOneEach(String field, int count, double[][][] series) {
    if (count != series.length) {
      throw new IllegalArgumentException(
          "%s: %d for %d series; give one each".formatted(field, count, series.length));
    }
  }

  /** Numbers those that were taken from no set. */
  private static List<Series> numbered(List<Series> series) {
    return IntStream.range(0, series.size())
        .mapToObj(
            i -> {
              Series one = series.get(i);
              return one.number() > 0 ? one : new Series(one.channels(), one.target(), i + 1);
            })
        .toList();
  }

  private static boolean isIndex(double target, int size) {
    return target >= 0 && target < size && target == Math.rint(target);
  }

  /**
   * The number of series.
   *
   * @return at least 1
   */
  public int size() {
    return series.size();
  }

  /**
   * The number of channels of every series.
   *
   * @return nIn, at least 1
   */
  public int channels() {
    return series.get(0).channels().length;
  }

  /**
   * The length of the longest series.
   *
   * @return T, at least 1
   */
  public int maxLength() {
    return series.stream().mapToInt(Series::length).max().orElseThrow();
  }

  /**
   * Whether all series have one length.
   *
   * @return true if no mask is needed
   */
  public boolean equalLength() {
    int length = series.get(0).length();
    return series.stream().allMatch(s -> s.length() == length);
  }

  /**
   * Whether the target is a class.
   *
   * @return true for classification, false for regression
   */
  public boolean isClassification() {
    return !classes.isEmpty();
  }

  /**
   * The classes that some series has; the header of a file may name more.
   *
   * @return the labels in alphabetical order; empty for regression
   */
  public List<String> occurringClasses() {
    return isClassification()
        ? series.stream().map(one -> classes.get((int) one.target())).distinct().sorted().toList()
        : List.of();
  }

  /**
   * Whether the targets are known.
   *
   * @return false if a target is NaN, as in files without labels
   */
  public boolean isLabelled() {
    return series.stream().noneMatch(one -> Double.isNaN(one.target()));
  }

  /**
   * Some of the series.
   *
   * @param indices positions in {@link #series()}, in the order wanted, one at least
   * @return a set of the same name and classes, whose series keep their numbers
   * @throws IllegalArgumentException if no index is given
   * @throws IndexOutOfBoundsException if an index is not in [0, {@link #size()})
   */
  public SeriesSet subset(int... indices) {
    return new SeriesSet(name, classes, Arrays.stream(indices).mapToObj(series::get).toList());
  }

  /**
   * The same labelled series after a change of their values.
   *
   * @param change takes the values {@code [nIn][T]} of one series and gives the new ones
   * @return a set of the same name and classes
   */
  public SeriesSet map(UnaryOperator<double[][]> change) {
    return new SeriesSet(
        name,
        classes,
        series.stream().map(one -> one.withChannels(change.apply(one.channels()))).toList());
  }

  /**
   * How messages name a series.
   *
   * @param index its position in {@link #series()}
   * @return its number in the set that was read, from 1, also in a part of that set
   */
  public int numberOf(int index) {
    return series.get(index).number();
  }

  /**
   * The same labelled series with their classes numbered as elsewhere, matched by label.
   *
   * @param order the class labels in the order wanted; may name classes that do not occur here
   * @return a set with these classes
   * @throws DataException if a series has a class that is not among them
   */
  public SeriesSet withClasses(List<String> order) {
    return new SeriesSet(name, order, series.stream().map(s -> renumbered(s, order)).toList());
  }

  private Series renumbered(Series one, List<String> order) {
    String label = classes.get((int) one.target());
    int index = order.indexOf(label);
    if (index < 0) {
      throw new DataException(
          String.format(
              "%s: the class \"%s\" is not among those expected (%s).",
              name, label, String.join(", ", order)));
    }
    return one.withTarget(index);
  }
}
