package org.mf4j.cli.text;

import java.util.Locale;
import org.mf4j.models.Baseline;
import org.mf4j.models.Metric;

/** What tables say of the baseline. */
public final class BaselineText {
  /** What a table says beside a score. */
  public static final String NOT_BEATEN = "does not beat the baseline";

  private BaselineText() {}

  /** For example {@code Baseline (majority class): accuracy 0.167}. */
  public static String line(Baseline baseline, double score) {
    return "Baseline (%s): %s %s"
        .formatted(
            baseline.describe(),
            baseline.task().metric().id(),
            score(baseline.task().metric(), score));
  }

  /** With the digits that suit the metric. */
  public static String score(Metric metric, double value) {
    return String.format(Locale.ROOT, metric == Metric.ACCURACY ? "%.3f" : "%.4f", value);
  }

  /** A remark if the score is not better; otherwise nothing. */
  public static String remark(Metric metric, double score, double baseline) {
    return metric.isBetter(score, baseline) ? "" : NOT_BEATEN;
  }
}
