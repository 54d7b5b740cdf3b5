package org.mf4j.search;

import java.util.List;
import java.util.Optional;
import org.mf4j.models.TrainingSettings;

/**
 * Round r of successive halving tries ceil(n / factor<sup>r</sup>) configurations.
 *
 * @param all the n configurations
 * @param factor how many times more effort a configuration gets from round to round
 * @param rounds the number of rounds
 * @param draws of the last round
 * @param epochs of the last round; 0 where draws are what is multiplied
 */
record HalvingSchedule(List<Configuration> all, int factor, int rounds, int draws, int epochs)
    implements Schedule {
  static HalvingSchedule of(Grid grid, int draws, int factor) {
    List<Configuration> all = grid.all();
    Optional<Integer> trained = TrainingSettings.EPOCHS.get(grid.base());
    if (trained.isPresent()) {
      requireFreeEpochs(grid);
      int epochs = trained.get();
      int most = Math.min(steps(all.size(), factor), steps(epochs, factor));
      return new HalvingSchedule(all, factor, most + 1, draws, epochs);
    }
    int growing = steps(draws, factor) + (power(factor, steps(draws, factor)) < draws ? 1 : 0);
    return new HalvingSchedule(
        all, factor, Math.min(steps(all.size(), factor), growing) + 1, draws, 0);
  }

  private static void requireFreeEpochs(Grid grid) {
    if (grid.dimensions().stream().anyMatch(a -> a.setting().equals(TrainingSettings.EPOCHS))) {
      throw new IllegalArgumentException(
          "dimensions: epochs is what halving multiplies; set it in the base of the grid");
    }
  }

  /** The largest k with factor^k at most n. */
  private static int steps(int n, int factor) {
    int k = 0;
    for (int rest = n; rest >= factor; rest /= factor) {
      k++;
    }
    return k;
  }

  private static int power(int factor, int exponent) {
    return (int) Math.min(Integer.MAX_VALUE, Math.round(Math.pow(factor, exponent)));
  }

  @Override
  public Round round(int number, List<Configuration> ranked) {
    List<Configuration> some = number == 0 ? all : ranked.subList(0, candidates(number));
    return epochs > 0
        ? new Round(some.stream().map(c -> atEpochs(c, number)).toList(), draws)
        : new Round(some, draws(number));
  }

  private Configuration atEpochs(Configuration configuration, int number) {
    int limit = Math.max(1, epochs / power(factor, rounds - 1 - number));
    return configuration.with(TrainingSettings.EPOCHS, String.valueOf(limit));
  }

  private int draws(int number) {
    return epochs > 0 || number == rounds - 1 ? draws : Math.min(draws, power(factor, number));
  }

  private int candidates(int number) {
    int group = power(factor, number);
    return (all.size() + group - 1) / group;
  }

  @Override
  public int trials() {
    int sum = 0;
    for (int r = 0; r < rounds; r++) {
      boolean continued = r > 0 && epochs == 0;
      sum += candidates(r) * (draws(r) - (continued ? draws(r - 1) : 0));
    }
    return sum;
  }
}
