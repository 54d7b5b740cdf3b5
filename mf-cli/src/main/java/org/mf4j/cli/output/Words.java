package org.mf4j.cli.output;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.models.Baseline;
import org.mf4j.models.Metric;
import org.mf4j.models.Scores;

/** How every report words numbers: as many digits as they deserve, in the format of no country. */
public final class Words {
  /** What a table says beside a score. */
  public static final String NOT_BEATEN = "does not beat the baseline";

  /** Errors below and beyond are written with an exponent. */
  private static final double SMALL = 1e-3;

  private static final double LARGE = 1e6;

  private Words() {}

  /**
   * A formatted text.
   *
   * @param format as {@link String#format} takes it
   * @param values its values
   * @return the text
   */
  public static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /**
   * Names and values in one line.
   *
   * @param entries in the order wanted
   * @return for example {@code units 100, leakRate 0.1}
   */
  public static String join(Map<?, ?> entries) {
    return entries.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  /**
   * A score.
   *
   * @param metric what it is
   * @param value the score
   * @return with the digits that suit the metric and its size
   */
  public static String score(Metric metric, double value) {
    return format(digits(metric, value), value);
  }

  /**
   * A score of several trials.
   *
   * @param metric what it is
   * @param mean the mean of the trials
   * @param std their standard deviation
   * @return both with as many digits, for example {@code 0.950 +- 0.007}
   */
  public static String score(Metric metric, double mean, double std) {
    String digits = digits(metric, mean);
    return format(digits + " +- " + digits, mean, std);
  }

  /** An error may be of any size: that of its targets. */
  private static String digits(Metric metric, double value) {
    if (metric == Metric.ACCURACY) {
      return "%.3f";
    }
    return value == 0 || (Math.abs(value) >= SMALL && Math.abs(value) < LARGE) ? "%.4f" : "%.3e";
  }

  /**
   * Scores.
   *
   * @param metric what they are
   * @param scores the scores
   * @return for example {@code 0.950 +- 0.007}; {@code -} for none
   */
  public static String scores(Metric metric, Scores scores) {
    return scores.values().isEmpty() ? "-" : score(metric, scores.mean(), scores.std());
  }

  /**
   * What a score must beat.
   *
   * @param baseline the baseline
   * @param score its score
   * @return for example {@code Baseline (majority class): accuracy 0.167}
   */
  public static String baseline(Baseline baseline, double score) {
    Metric metric = baseline.task().metric();
    return format("Baseline (%s): %s %s", baseline.describe(), metric.id(), score(metric, score));
  }

  /**
   * The lengths of series.
   *
   * @param set the series
   * @return for example {@code up to 13 steps}
   */
  public static String steps(SeriesSet set) {
    return format(set.equalLength() ? "%d steps" : "up to %d steps", set.maxLength());
  }

  /**
   * A time.
   *
   * @param seconds how long
   * @return in seconds, or minutes from one on
   */
  public static String time(double seconds) {
    return seconds < 60 ? format("%.1f s", seconds) : format("%.1f min", seconds / 60);
  }
}
