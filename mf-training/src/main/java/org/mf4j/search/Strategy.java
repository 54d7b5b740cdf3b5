package org.mf4j.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;

/** Which configurations of a grid are tried, and how thoroughly. */
public sealed interface Strategy {
  /**
   * The rounds of a search.
   *
   * @param grid what there is to try
   * @param draws the draws that a configuration gets in the end
   * @param seed decides what is drawn, if anything is
   * @return the first round and how the others follow
   */
  Schedule schedule(Grid grid, int draws, long seed);

  /** {@return the strategy in words} */
  String describe();

  /** Every configuration. */
  record Exhaustive() implements Strategy {
    @Override
    public Schedule schedule(Grid grid, int draws, long seed) {
      return Schedule.single(new Round(grid.all(), draws));
    }

    @Override
    public String describe() {
      return "every configuration";
    }
  }

  /**
   * Some configurations, drawn without replacement (Bergstra and Bengio, JMLR 13, 281, 2012).
   *
   * @param configurations how many; at most all are tried
   */
  record RandomSample(int configurations) implements Strategy {
    /**
     * There is at least one configuration.
     *
     * @throws IllegalArgumentException if the number is below 1
     */
    public RandomSample {
      Require.positive("configurations", configurations);
    }

    @Override
    public Schedule schedule(Grid grid, int draws, long seed) {
      return Schedule.single(
          new Round(grid.isFinite() ? some(grid, seed) : drawn(grid, seed), draws));
    }

    private List<Configuration> some(Grid grid, long seed) {
      int[] order = IntStream.range(0, grid.size()).toArray();
      new SeededRandom(seed).shuffle(order);
      List<Configuration> some = new ArrayList<>();
      IntStream.of(order).limit(configurations).sorted().forEach(i -> some.add(grid.at(i)));
      return some;
    }

    /** Of ranges there is no end, so that no value is drawn twice. */
    private List<Configuration> drawn(Grid grid, long seed) {
      SeededRandom random = new SeededRandom(seed);
      List<Configuration> drawn = new ArrayList<>();
      for (int i = 0; i < configurations; i++) {
        drawn.add(grid.draw(random.split()));
      }
      return drawn;
    }

    @Override
    public String describe() {
      return configurations + " random configurations";
    }
  }

  /**
   * Successive halving (Jamieson and Talwalkar, AISTATS 2016): all configurations with little
   * effort, the best 1/factor of them with factor times as much, and so on. What is multiplied is
   * the number of draws, from 1 on, for models without epochs; for models that are trained it is
   * the limit of epochs, down from that of the settings, and every round trains anew.
   *
   * @param factor at least 2
   */
  record Halving(int factor) implements Strategy {
    /**
     * The factor is at least 2.
     *
     * @throws IllegalArgumentException if the factor is below 2
     */
    public Halving {
      if (factor < 2) {
        throw new IllegalArgumentException("factor = " + factor + ": must be at least 2");
      }
    }

    @Override
    public Schedule schedule(Grid grid, int draws, long seed) {
      return HalvingSchedule.of(grid, draws, factor);
    }

    @Override
    public String describe() {
      return "successive halving by " + factor;
    }
  }
}
