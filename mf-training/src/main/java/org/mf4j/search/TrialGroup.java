package org.mf4j.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mf4j.models.ModelSettings;

/**
 * Trials that share one draw of one reservoir and so are run together: their configurations differ
 * in lambda only.
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
