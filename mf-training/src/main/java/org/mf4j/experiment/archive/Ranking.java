package org.mf4j.experiment.archive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.hipparchus.stat.ranking.NaNStrategy;
import org.hipparchus.stat.ranking.NaturalRanking;
import org.hipparchus.stat.ranking.TiesStrategy;

/**
 * Several methods on the sets that all of them have results for (Demsar, J. Mach. Learn. Res. 7, 1,
 * 2006): on every set the most accurate has rank 1, equal ones the mean of their ranks.
 *
 * @param sets how many sets these are
 * @param standings the methods, the best mean rank first
 * @param cliques groups of neighbours among the standings no two of which differ at the 5 % level:
 *     pairwise signed-rank tests ({@link PairedComparison#p}), corrected by Holm's method (Scand.
 *     J. Stat. 6, 65, 1979) as Benavoli et al. (J. Mach. Learn. Res. 17, 5, 2016) advise; the
 *     largest such groups, of two methods at least
 */
public record Ranking(int sets, List<Standing> standings, List<Clique> cliques) {
  private static final double LEVEL = .05;

  /** The lists are copies. */
  public Ranking {
    standings = List.copyOf(standings);
    cliques = List.copyOf(cliques);
  }

  /**
   * A method among others.
   *
   * @param method its name
   * @param meanAccuracy over the common sets
   * @param meanRank likewise, from 1
   */
  public record Standing(String method, double meanAccuracy, double meanRank) {}

  /**
   * Methods that the tests cannot tell apart.
   *
   * @param first the position of the best of them among the standings, from 0
   * @param last that of the worst
   */
  public record Clique(int first, int last) {
    private boolean isIn(Clique other) {
      return other.first <= first && last <= other.last;
    }
  }

  /**
   * Ranks.
   *
   * @param methods two at least, of different names
   * @return the ranking; without standings if the methods have no set in common
   */
  public static Ranking of(List<MethodAccuracies> methods) {
    Set<String> common = new LinkedHashSet<>(methods.get(0).bySet().keySet());
    methods.forEach(method -> common.retainAll(method.bySet().keySet()));
    if (common.isEmpty()) {
      return new Ranking(0, List.of(), List.of());
    }
    double[] ranks = meanRanks(methods, common);
    List<Integer> order =
        IntStream.range(0, ranks.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> ranks[i]))
            .toList();
    List<MethodAccuracies> sorted =
        order.stream().map(methods::get).map(method -> only(method, common)).toList();
    return new Ranking(
        common.size(),
        order.stream().map(i -> standing(methods.get(i), common, ranks[i])).toList(),
        cliques(sorted));
  }

  private static double[] meanRanks(List<MethodAccuracies> methods, Set<String> common) {
    NaturalRanking ranking = new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE);
    double[] sums = new double[methods.size()];
    for (String set : common) {
      // The largest accuracy has the smallest rank.
      double[] ranks =
          ranking.rank(methods.stream().mapToDouble(one -> -one.bySet().get(set)).toArray());
      Arrays.setAll(sums, i -> sums[i] + ranks[i]);
    }
    return Arrays.stream(sums).map(sum -> sum / common.size()).toArray();
  }

  private static Standing standing(MethodAccuracies method, Set<String> common, double rank) {
    double mean = common.stream().mapToDouble(method.bySet()::get).average().orElseThrow();
    return new Standing(method.method(), mean, rank);
  }

  private static MethodAccuracies only(MethodAccuracies method, Set<String> sets) {
    Map<String, Double> some = new LinkedHashMap<>(method.bySet());
    some.keySet().retainAll(sets);
    return new MethodAccuracies(method.method(), some);
  }

  private static List<Clique> cliques(List<MethodAccuracies> sorted) {
    Set<Clique> different = different(sorted);
    List<Clique> cliques = new ArrayList<>();
    for (int first = 0; first < sorted.size(); first++) {
      int last = first;
      while (last + 1 < sorted.size() && fits(first, last + 1, different)) {
        last++;
      }
      Clique clique = new Clique(first, last);
      if (last > first && cliques.stream().noneMatch(clique::isIn)) {
        cliques.add(clique);
      }
    }
    return cliques;
  }

  private static boolean fits(int first, int last, Set<Clique> different) {
    return IntStream.range(first, last).noneMatch(i -> different.contains(new Clique(i, last)));
  }

  /**
   * The pairs whose difference Holm's method accepts: the i-th smallest p of m below 5 % / (m-i).
   */
  private static Set<Clique> different(List<MethodAccuracies> sorted) {
    record Pair(Clique pair, double p) {}

    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      for (int j = i + 1; j < sorted.size(); j++) {
        double p = PairedComparison.of(sorted.get(i), sorted.get(j)).p();
        pairs.add(new Pair(new Clique(i, j), p));
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::p));
    Set<Clique> different = new HashSet<>();
    for (int i = 0; i < pairs.size() && pairs.get(i).p() <= LEVEL / (pairs.size() - i); i++) {
      different.add(pairs.get(i).pair());
    }
    return different;
  }
}
