package org.mf4j.experiment.archive;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.stat.inference.WilcoxonSignedRankTest;

/**
 * Two methods on the sets that both have results for.
 *
 * @param sets how many these are
 * @param wins sets on which the first is more accurate
 * @param draws sets on which both are as accurate, to three decimals
 * @param losses sets on which the second is more accurate
 * @param meanDifference the mean of the first's accuracies minus that of the second's; NaN without
 *     sets
 * @param p Wilcoxon signed-rank test (Biometrics Bull. 1, 80, 1945; Demsar, J. Mach. Learn. Res. 7,
 *     1, 2006), two-sided, draws left out as Wilcoxon did: exact up to {@value #EXACT} sets, the
 *     normal approximation with correction for continuity above; 1 where nothing differs
 */
public record PairedComparison(
    int sets, int wins, int draws, int losses, double meanDifference, double p) {
  /** The exact distribution takes 2^n steps. */
  private static final int EXACT = 15;

  /**
   * Compares.
   *
   * @param first a method
   * @param second another
   * @return the comparison
   */
  public static PairedComparison of(MethodAccuracies first, MethodAccuracies second) {
    List<String> common =
        first.bySet().keySet().stream().filter(second.bySet()::containsKey).toList();
    double[] a = common.stream().mapToDouble(first.bySet()::get).toArray();
    double[] b = common.stream().mapToDouble(second.bySet()::get).toArray();
    int wins = 0;
    int losses = 0;
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      wins += a[i] > b[i] ? 1 : 0;
      losses += a[i] < b[i] ? 1 : 0;
      sum += a[i] - b[i];
    }
    return new PairedComparison(
        a.length, wins, a.length - wins - losses, losses, sum / a.length, signedRank(a, b));
  }

  private static double signedRank(double[] a, double[] b) {
    int[] different = IntStream.range(0, a.length).filter(i -> a[i] != b[i]).toArray();
    if (different.length == 0) {
      return 1;
    }
    double p =
        new WilcoxonSignedRankTest()
            .wilcoxonSignedRankTest(
                Arrays.stream(different).mapToDouble(i -> a[i]).toArray(),
                Arrays.stream(different).mapToDouble(i -> b[i]).toArray(),
                different.length <= EXACT);
    // Both tails hold the middle of the exact distribution.
    return Math.min(1, p);
  }
}
