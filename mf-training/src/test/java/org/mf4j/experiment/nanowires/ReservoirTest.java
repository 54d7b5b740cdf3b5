package org.mf4j.experiment.nanowires;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mf4j.data.ControlCharts;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.transform.MinMax;
import org.mf4j.nanowires.DiagonalGrid;

class ReservoirTest {
  private static List<Series> everyFifth(SeriesSet set) {
    return IntStream.range(0, set.size())
        .filter(i -> i % 5 == 0)
        .mapToObj(set.series()::get)
        .toList();
  }

  /** Six classes, so chance is 1/6. */
  @Test
  void nanowiresAndMfEsnTellControlChartsApart() {
    DatasetSplit charts =
        ControlCharts.generate(ControlCharts.DEFAULT_SEED)
            .map(set -> new SeriesSet("few", set.classes(), everyFifth(set)));
    DatasetSplit unit = charts.map(new MinMax().fit(charts.train())::apply);
    Reservoir wires = Reservoir.nanowires(new DiagonalGrid(5, 5), new Volts(0, 5, 1));
    assertThat(wires.score(unit.train(), unit.test(), 1)).isGreaterThan(0.5);
    assertThat(Reservoir.mfEsn(charts.train(), 30).score(charts.train(), charts.test(), 1))
        .isGreaterThan(0.6);
  }

  /** A delay line of three steps gives back three delays, and no more. */
  @Test
  void theCapacityIsThatOfTheStates() {
    Reservoir line =
        (channels, seed) ->
            inputs -> {
              double[][] states = new double[inputs.length][3];
              for (int t = 0; t < inputs.length; t++) {
                for (int k = 0; k < 3; k++) {
                  states[t][k] = t > k ? inputs[t - k - 1][0] : 0;
                }
              }
              return states;
            };
    assertThat(line.memoryCapacity(1)).isCloseTo(3, within(1e-6));
    assertThat(line.narmaError(1)).isBetween(0.3, 1.0);
  }

  @Test
  void theBestVoltsAreThoseOfTheLargestScore() {
    Volts best = Volts.best(-1, 1, volts -> -Math.abs(volts.scale() - 5) - volts.deltaT());
    assertThat(best).isEqualTo(new Volts(5, 5, 0.1));
  }
}
