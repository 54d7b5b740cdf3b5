package org.mf4j.nanowires;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.random.SeededRandom;
import org.mf4j.readout.RidgeOptions;
import org.mf4j.summaries.SummaryOptions;

class NanowireReservoirTest {
  private static final NanowireReservoir RESERVOIR =
      NanowireReservoir.of(
              new DiagonalGrid(5, 5).draw(new SeededRandom(1)), 1, JunctionDynamics.paper(0.1))
          .withVolts(2, 1);

  private static SeriesSet waves(int count, long seed) {
    SeededRandom random = new SeededRandom(seed);
    List<Series> series = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double[] x = new double[40];
      double phase = random.uniform(0, 6);
      for (int t = 0; t < x.length; t++) {
        x[t] = Math.sin(phase + t * (i % 2 == 0 ? 0.3 : 0.5));
      }
      series.add(new Series(new double[][] {x}, i % 2));
    }
    return new SeriesSet("waves", List.of("slow", "fast"), series);
  }

  @Test
  void statesAreTheVoltagesOfTheNodesThatAreRead() {
    NanowireNetwork network =
        new NanowireNetwork(RESERVOIR.graph(), RESERVOIR.electrodes(), RESERVOIR.dynamics());
    double[][] states = RESERVOIR.apply(new double[][] {{0.5}, {-1}});
    assertThat(states).hasDimensions(2, 23);
    network.step(new double[] {2.5});
    network.step(new double[] {1});
    for (int i = 0; i < 23; i++) {
      assertThat(states[1][i]).isEqualTo(network.volts(RESERVOIR.read().get(i)));
    }
    assertThat(RESERVOIR.units()).isEqualTo(23);
  }

  @Test
  void aReadoutOfItsVoltagesTellsSlowWavesFromFast() {
    StateReadout readout =
        StateReadout.fit(
            RESERVOIR, SummaryOptions.standard(), RidgeOptions.leaveOneOut(), waves(40, 1));
    assertThat(readout.score(waves(40, 2))).isGreaterThan(0.9);
  }

  @Test
  void refusesNodesThatAreNotThere() {
    assertThatThrownBy(() -> RESERVOIR.withVolts(Double.NaN, 1)).hasMessageContaining("offset");
    assertThatThrownBy(
            () ->
                new NanowireReservoir(
                    RESERVOIR.graph(),
                    RESERVOIR.electrodes(),
                    RESERVOIR.dynamics(),
                    0,
                    1,
                    List.of(25)))
        .hasMessageContaining("0 to 24");
  }
}
