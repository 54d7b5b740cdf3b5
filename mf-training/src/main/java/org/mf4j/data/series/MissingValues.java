package org.mf4j.data.series;

/**
 * The policy for missing values: a file may have them and reading keeps them as NaN; whoever cannot
 * compute with NaN says so here, before any work is done.
 */
public final class MissingValues {
  private MissingValues() {}

  /**
   * Accepts only complete series.
   *
   * @param set the series about to be used
   * @return the same set
   * @throws DataException naming series, channel and step (each counted from 1) of the first
   *     missing value
   */
  public static SeriesSet refuse(SeriesSet set) {
    for (int i = 0; i < set.size(); i++) {
      double[][] channels = set.series().get(i).channels();
      for (int c = 0; c < channels.length; c++) {
        refuse(set.name(), i, c, channels[c]);
      }
    }
    return set;
  }

  private static void refuse(String name, int series, int channel, double[] values) {
    for (int t = 0; t < values.length; t++) {
      if (Double.isNaN(values[t])) {
        throw new DataException(
            String.format(
                "%s: series %d has a missing value (channel %d, step %d); fill it in, for example with"
                    + " the transform interpolate, or remove the series.",
                name, series + 1, channel + 1, t + 1));
      }
    }
  }
}
