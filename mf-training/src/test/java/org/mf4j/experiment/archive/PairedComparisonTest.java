package org.mf4j.experiment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PairedComparisonTest {
  @Test
  void countsTheCommonSetsToThreeDecimals() {
    MethodAccuracies ours =
        new MethodAccuracies("ours", Map.of("A", .9, "B", .8334, "C", .5, "D", .7, "X", .1));
    MethodAccuracies theirs =
        new MethodAccuracies("theirs", Map.of("A", .8, "B", .833, "C", .6, "D", .6, "Y", .9));
    PairedComparison found = PairedComparison.of(ours, theirs);
    assertThat(found.sets()).isEqualTo(4);
    assertThat(found.wins()).isEqualTo(2);
    assertThat(found.draws()).isEqualTo(1);
    assertThat(found.losses()).isEqualTo(1);
    assertThat(found.meanDifference()).isEqualTo(.1 / 4, within(1e-12));
  }

  /** The heights of Darwin's maize, in SciPy's documentation of {@code wilcoxon}. */
  @Test
  void fewSetsHaveTheExactDistribution() {
    int[] differences = {6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75};
    assertThat(p(differences)).isEqualTo(0.041259765625, within(1e-12));
  }

  /** SciPy 1.17: {@code wilcoxon(d, correction=True, method="approx")}. */
  @Test
  void manySetsHaveTheNormalApproximation() {
    int[] differences = {
      3, -5, 7, 11, -13, 17, 19, -23, 29, 31, 37, -41, 43, 47, 53, 59, -61, 67, 71, 73
    };
    assertThat(p(differences)).isEqualTo(0.023906627118881574, within(1e-9));
  }

  @Test
  void drawsDoNotCount() {
    int[] without = {6, 8, 14, 16, 23, 24, 28, 29, 41, -48};
    int[] with = {0, 6, 8, 14, 0, 16, 23, 24, 28, 29, 41, -48, 0};
    assertThat(p(with)).isEqualTo(p(without)).isLessThan(.1);
  }

  @Test
  void whatDoesNotDifferIsCertainlyEqual() {
    assertThat(p(0, 0, 0)).isEqualTo(1);
    // One up, one down: both tails hold everything.
    assertThat(p(10, -10)).isEqualTo(1);
    assertThat(PairedComparison.of(method("a", 1), new MethodAccuracies("b", Map.of())).sets())
        .isZero();
  }

  private static double p(int... thousandths) {
    return PairedComparison.of(method("a", thousandths), method("b", new int[thousandths.length]))
        .p();
  }

  /** One set per number, at .5 and so many thousandths. */
  private static MethodAccuracies method(String name, int... thousandths) {
    Map<String, Double> bySet = new LinkedHashMap<>();
    for (int thousandth : thousandths) {
      bySet.put("set " + bySet.size(), .5 + thousandth / 1000.0);
    }
    return new MethodAccuracies(name, bySet);
  }
}
