package org.mf4j.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.models.MemristiveSettings;

class TrialSeedTest {
  /** {@code printf '7\ngamma=0.9\n3' | sha256sum}, the first 16 digits. */
  @Test
  void isTheStartOfADigest() {
    Configuration gamma =
        Configuration.of(SmallSearch.grid().base())
            .with(MemristiveSettings.setting(PhysicalConstant.GAMMA), "0.9");
    assertThat(Long.toHexString(SearchRun.TrialSeed.of(7, gamma, 3))).isEqualTo("2717fade28a9a5b4");
  }

  /** 4 reservoirs, 3 draws, 2 base seeds. */
  @Test
  void differsByReservoirDrawAndBaseOnly() {
    Set<Long> seeds = new HashSet<>();
    for (Configuration configuration : SmallSearch.grid().all()) {
      for (int draw = 0; draw < 3; draw++) {
        seeds.add(SearchRun.TrialSeed.of(1, configuration, draw));
        seeds.add(SearchRun.TrialSeed.of(2, configuration, draw));
      }
    }
    assertThat(seeds).hasSize(4 * 3 * 2);
  }
}
