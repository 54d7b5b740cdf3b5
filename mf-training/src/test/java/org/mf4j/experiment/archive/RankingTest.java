package org.mf4j.experiment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class RankingTest {
  /** By hand: C and B share ranks 1 and 2 on the first set. */
  @Test
  void equalAccuraciesShareTheirRanks() {
    Ranking ranking =
        Ranking.of(
            List.of(
                new MethodAccuracies("A", Map.of("s", .7, "t", .9, "only A", 1.0)),
                new MethodAccuracies("B", Map.of("s", .8, "t", .8)),
                new MethodAccuracies("C", Map.of("s", .8, "t", .6))));
    assertThat(ranking.sets()).isEqualTo(2);
    assertThat(ranking.standings())
        .extracting(Ranking.Standing::method)
        .containsExactly("B", "A", "C");
    assertThat(ranking.standings())
        .extracting(Ranking.Standing::meanRank)
        .containsExactly(1.75, 2.0, 2.25);
    assertThat(ranking.standings().get(1).meanAccuracy()).isEqualTo(.8, within(1e-12));
  }

  /**
   * Ten sets. Best and second differ by turns; both are above the third everywhere, which has p = 2
   * / 2^10 = .002 for either pair, below 5 % / 3.
   */
  @Test
  void barsJoinWhatTheTestsCannotTellApart() {
    Ranking ranking =
        Ranking.of(
            List.of(
                method("worst", i -> .5 + .001 * i),
                method("first", i -> .9 + (i % 2 == 0 ? .001 : -.001) * i),
                method("second", i -> .9)));
    assertThat(ranking.standings().get(2).method()).isEqualTo("worst");
    assertThat(ranking.cliques()).containsExactly(new Ranking.Clique(0, 1));
  }

  /** Four sets cannot show anything at the 5 % level: the smallest p is 2 / 2^4. */
  @Test
  void fewSetsAreJoinedByOneBar() {
    Ranking ranking =
        Ranking.of(
            List.of(
                new MethodAccuracies("A", Map.of("p", .1, "q", .2, "r", .3, "s", .4)),
                new MethodAccuracies("B", Map.of("p", .5, "q", .6, "r", .7, "s", .8)),
                new MethodAccuracies("C", Map.of("p", .8, "q", .8, "r", .8, "s", .9))));
    assertThat(ranking.cliques()).containsExactly(new Ranking.Clique(0, 2));
  }

  @Test
  void withoutACommonSetThereIsNoRanking() {
    Ranking ranking =
        Ranking.of(
            List.of(
                new MethodAccuracies("A", Map.of("s", .7)),
                new MethodAccuracies("B", Map.of("t", .7))));
    assertThat(ranking).isEqualTo(new Ranking(0, List.of(), List.of()));
  }

  private static MethodAccuracies method(String name, IntToDoubleFunction accuracy) {
    Map<String, Double> bySet = new LinkedHashMap<>();
    for (int i = 1; i <= 10; i++) {
      bySet.put("set " + i, accuracy.applyAsDouble(i));
    }
    return new MethodAccuracies(name, bySet);
  }
}
