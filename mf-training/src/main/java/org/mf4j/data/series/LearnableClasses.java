package org.mf4j.data.series;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The policy for the classes of training sets: what a classifier cannot learn from is refused. */
public final class LearnableClasses {
  private LearnableClasses() {}

  /**
   * Accepts only sets that one can learn from. Where every series has a class of its own, the first
   * column of a CSV file was an index or a time, and no class.
   *
   * @param set the training set
   * @return the same set
   * @throws DataException if it is for classification and all series have the same class, or no two
   *     series of three or more
   */
  public static SeriesSet require(SeriesSet set) {
    List<String> classes = set.occurringClasses();
    if (classes.size() == 1) {
      throw new DataException(
          String.format(
              "%s: every training series has the class \"%s\"; a classifier needs two classes at"
                  + " least.",
              set.name(), classes.get(0)));
    }
    if (classes.size() > 2 && classes.size() == set.size()) {
      throw new DataException(
          String.format(
              "%s: every series has a class of its own (%d classes in %d series); is the first column"
                  + " an index or a time? The class comes first; one long series is for forecasting in"
                  + " Java (TeacherForcing).",
              set.name(), classes.size(), set.size()));
    }
    return set;
  }

  /**
   * Sets that are accepted, but hardly what the user wants.
   *
   * @param set the training set
   * @return a sentence if more than half of the classes have one series only
   */
  public static Optional<String> doubt(SeriesSet set) {
    if (!set.isClassification()) {
      return Optional.empty();
    }
    Map<Double, Long> sizes =
        set.series().stream()
            .map(Series::target)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    long single = sizes.values().stream().filter(size -> size == 1).count();
    return 2 * single > sizes.size()
        ? Optional.of(
            "%s: %d of %d classes have one series only; is the first column the class?"
                .formatted(set.name(), single, sizes.size()))
        : Optional.empty();
  }
}
