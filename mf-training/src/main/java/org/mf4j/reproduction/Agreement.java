package org.mf4j.reproduction;

import java.util.Locale;
import org.mf4j.models.Metric;
import org.mf4j.models.Scores;
import org.mf4j.papers.PublishedScore;

/**
 * How a score stands to the published one.
 *
 * <p>The rule: with s = sqrt((s_ours<sup>2</sup> + s_paper<sup>2</sup>) / 2) the pooled standard
 * deviation, they agree if the means differ by 2 s + 0.0005 at most (the tables print three
 * decimals); otherwise ours is better or worse.
 */
public enum Agreement {
  /** The means differ by no more than the rule allows. */
  AGREE,
  /** Ours is better by more than the rule allows. */
  BETTER,
  /** Ours is worse by more than the rule allows. */
  WORSE;

  /** The rule in words, for reports. */
  public static final String RULE =
      "agree: the means differ by no more than 2 pooled standard deviations,"
          + " sqrt((ours^2 + paper's^2) / 2), plus 0.0005 for the paper's rounding.";

  private static final double DEVIATIONS = 2;
  private static final double ROUNDING = 0.0005;

  /**
   * Applies the rule.
   *
   * @param metric how scores are to be read
   * @param ours one trial or more
   * @param paper the published score
   * @return the agreement
   */
  public static Agreement of(Metric metric, Scores ours, PublishedScore paper) {
    double difference = Math.abs(ours.mean() - paper.mean());
    if (difference <= DEVIATIONS * pooled(ours, paper) + ROUNDING) {
      return AGREE;
    }
    return metric.isBetter(ours.mean(), paper.mean()) ? BETTER : WORSE;
  }

  /**
   * The difference of the means, ours less the paper's.
   *
   * @param ours one trial or more
   * @param paper the published score
   * @return in pooled standard deviations; infinite if neither varies and they differ
   */
  public static double deviations(Scores ours, PublishedScore paper) {
    double difference = ours.mean() - paper.mean();
    return difference == 0 ? 0 : difference / pooled(ours, paper);
  }

  private static double pooled(Scores ours, PublishedScore paper) {
    return Math.sqrt((ours.std() * ours.std() + paper.std() * paper.std()) / 2);
  }

  /**
   * The name in reports.
   *
   * @return in lower case
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
