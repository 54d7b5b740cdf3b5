package org.mf4j.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.mf4j.data.series.Sha256;
import org.mf4j.models.ModelSettings;

/** Runs the trials of rounds side by side. */
final class SearchRun {
  private static final double NANOS = 1e9;

  private final Objective objective;
  private final long seed;
  private final TrialRunner runner;

  SearchRun(Objective objective, long seed, TrialRunner runner) {
    this.objective = objective;
    this.seed = seed;
    this.runner = runner;
  }

  /** Runs the trials of the round that have no result, unless it is stopped. */
  void complete(Round round) throws IOException, InterruptedException {
    List<TrialGroup> groups = TrialGroup.of(round, Set.copyOf(runner.results().keySet()));
    runner.run(groups.size(), objective.remoteSlots(), i -> runner.keep(run(groups.get(i))));
  }

  private List<TrialResult> run(TrialGroup group) throws IOException, InterruptedException {
    long start = System.nanoTime();
    List<Configuration> configurations = group.configurations();
    List<TrialResult> finished = new ArrayList<>();
    try {
      double[] scores = objective.score(group.settings(), group.seed(seed), runner.fits());
      double seconds = secondsEach(start, configurations.size());
      for (int i = 0; i < scores.length; i++) {
        String id = configurations.get(i).id();
        finished.add(TrialResult.of(id, group.draw(), scores[i], seconds));
      }
    } catch (CancellationException e) {
      throw e;
    } catch (UncheckedIOException e) {
      // Nothing that the configurations did.
      throw e.getCause();
    } catch (RuntimeException e) {
      // Diverged, not a number, refused by a theorem: that is what this configuration does.
      double seconds = secondsEach(start, configurations.size());
      for (Configuration configuration : configurations) {
        finished.add(TrialResult.failed(configuration.id(), group.draw(), e, seconds));
      }
    }
    return finished;
  }

  private static double secondsEach(long start, int trials) {
    return (System.nanoTime() - start) / NANOS / trials;
  }

  /**
   * Trials that share one draw of one reservoir and so are run together: their configurations
   * differ in lambda only.
   *
   * @param configurations at least one
   * @param draw which draw, from 0
   */
  record TrialGroup(List<Configuration> configurations, int draw) {
    /** The trials of a round that are not among those done, in the order of the round. */
    static List<TrialGroup> of(Round round, Set<TrialKey> done) {
      Map<TrialKey, TrialGroup> groups = new LinkedHashMap<>();
      for (Configuration configuration : round.configurations()) {
        for (int draw = 0; draw < round.draws(); draw++) {
          if (!done.contains(new TrialKey(configuration.id(), draw))) {
            int number = draw;
            groups
                .computeIfAbsent(
                    new TrialKey(shared(configuration), draw),
                    key -> new TrialGroup(new ArrayList<>(), number))
                .configurations
                .add(configuration);
          }
        }
      }
      return List.copyOf(groups.values());
    }

    /** Only readouts of a given penalty can be solved from common states. */
    private static String shared(Configuration configuration) {
      return configuration.settings().learning().penalty().isPresent()
          ? configuration.seedId()
          : configuration.id();
    }

    /** One settings per configuration. */
    List<ModelSettings> settings() {
      return configurations.stream().map(Configuration::settings).toList();
    }

    long seed(long base) {
      return TrialSeed.of(base, configurations.get(0), draw);
    }
  }

  /** The seed of a trial: the first 64 bits of the SHA-256 of base seed, configuration and draw. */
  static final class TrialSeed {
    private TrialSeed() {}

    static long of(long base, Configuration configuration, int draw) {
      String text = base + "\n" + configuration.seedId() + "\n" + draw;
      return ByteBuffer.wrap(Sha256.of(text)).getLong();
    }
  }
}
