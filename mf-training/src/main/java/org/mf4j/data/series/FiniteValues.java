package org.mf4j.data.series;

/**
 * The policy for values that are no numbers of a network: a file may have gaps, and reading keeps
 * them as NaN; whoever cannot compute with them says so here, before any work is done.
 */
public final class FiniteValues {
  private FiniteValues() {}

  /**
   * Accepts only series without gaps, infinite values and values beyond the range of a float, in
   * which networks compute; and only targets like these, unless all are unknown.
   *
   * @param set the series about to be used
   * @return the same set
   * @throws DataException naming series, channel and step (each counted from 1) of the first such
   *     value
   */
  public static SeriesSet require(SeriesSet set) {
    for (int i = 0; i < set.size(); i++) {
      Series series = set.series().get(i);
      double[][] channels = series.channels();
      for (int c = 0; c < channels.length; c++) {
        for (int t = 0; t < channels[c].length; t++) {
          if (!isFloat(channels[c][t])) {
            throw unusable(set, i, "channel %d, step %d".formatted(c + 1, t + 1), channels[c][t]);
          }
        }
      }
      if (!isFloat(series.target()) && !Double.isNaN(series.target())) {
        throw unusable(set, i, "the target", series.target());
      }
    }
    return set;
  }

  private static boolean isFloat(double value) {
    return Math.abs(value) <= Float.MAX_VALUE;
  }

  private static DataException unusable(SeriesSet set, int index, String place, double value) {
    String what =
        Double.isNaN(value)
            ? "a missing value (%s); fill it in, for example with the transform interpolate, or"
                + " remove the series."
            : Double.isInfinite(value)
                ? "an infinite value (%s); correct it, or remove the series."
                : "a value beyond the range of a float (%s), in which networks compute; use other"
                    + " units.";
    return new DataException(
        "%s: series %d has ".formatted(set.name(), set.numberOf(index)) + what.formatted(place));
  }
}
