package org.mf4j.data.series;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.mf4j.options.Printable;

/**
 * What a set holds, in numbers.
 *
 * @param name of the set
 * @param series how many
 * @param channels how many each has
 * @param shortest the least number of steps
 * @param longest the largest
 * @param classes how many series each class has, in the order of their indices; empty for numbers
 *     to regress or where nothing is known
 * @param range the smallest and the largest number to regress; empty for classes or where one is
 *     not known
 * @param values how many there are, missing ones included
 * @param missing how many are missing
 */
public record SeriesSummary(
    String name,
    int series,
    int channels,
    int shortest,
    int longest,
    Map<String, Integer> classes,
    List<Double> range,
    long values,
    long missing) {
  private static final int MOST_CLASSES = 12;

  /**
   * Counts.
   *
   * @param set the set
   * @return its summary
   */
  public static SeriesSummary of(SeriesSet set) {
    List<Series> all = set.series();
    boolean numbers = !set.isClassification() && set.isLabelled();
    return new SeriesSummary(
        set.name(),
        set.size(),
        set.channels(),
        all.stream().mapToInt(Series::length).min().orElseThrow(),
        set.maxLength(),
        sizes(set),
        numbers ? range(all) : List.of(),
        all.stream().mapToLong(one -> (long) set.channels() * one.length()).sum(),
        all.stream().flatMapToDouble(SeriesSummary::values).filter(Double::isNaN).count());
  }

  private static List<Double> range(List<Series> all) {
    DoubleSummaryStatistics targets = all.stream().mapToDouble(Series::target).summaryStatistics();
    return List.of(targets.getMin(), targets.getMax());
  }

  private static DoubleStream values(Series one) {
    return Arrays.stream(one.channels()).flatMapToDouble(Arrays::stream);
  }

  private static Map<String, Integer> sizes(SeriesSet set) {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    set.classes().forEach(label -> sizes.put(label, 0));
    if (set.isClassification()) {
      set.series()
          .forEach(one -> sizes.merge(set.classes().get((int) one.target()), 1, Integer::sum));
    }
    return sizes;
  }

  /** {@return the lengths, for example {@code 60 steps} or {@code 7 to 29 steps}} */
  public String steps() {
    return (shortest == longest ? "" : shortest + " to ") + counted(longest, "step");
  }

  /**
   * {@return classes with their sizes, the range of the numbers to regress, or that none is known}
   */
  public String targets() {
    if (!range.isEmpty()) {
      return "numbers from %s to %s".formatted(range.get(0), range.get(1));
    }
    if (classes.isEmpty()) {
      return "no classes";
    }
    String sizes =
        classes.entrySet().stream()
            .limit(MOST_CLASSES)
            .map(entry -> Printable.escaped(entry.getKey()) + ": " + entry.getValue())
            .collect(Collectors.joining(", "));
    int more = classes.size() - MOST_CLASSES;
    return "%d classes (%s%s)"
        .formatted(classes.size(), sizes, more > 0 ? ", and " + more + " more" : "");
  }

  /** {@return everything in one line} */
  public String sentence() {
    return "%d series of %s, %s; %s; %s"
        .formatted(
            series,
            counted(channels, "channel"),
            steps(),
            targets(),
            missing == 0
                ? "no value missing"
                : "%d of %d values missing".formatted(missing, values));
  }

  private static String counted(int number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }
}
