package org.mf4j.figures.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.stochastic.StochasticDevice;
import org.mf4j.figures.Drawn;
import org.mf4j.figures.Figure;
import org.mf4j.nanowires.Electrodes;
import org.mf4j.nanowires.JunctionDynamics;
import org.mf4j.nanowires.NanowireGraph;
import org.mf4j.nanowires.NanowireGraph.Junction;
import org.mf4j.nanowires.NanowireGraph.Point;

/** Table II in numbers here: K_p(z) = 1e-4 exp(10 z), K_d(z) = 0.5 exp(-z). */
class PhysicsPicturesTest {
  @TempDir private Path folder;

  @Test
  void ratesRunThroughTheIntervalOfRescale() {
    Figure figure = Drawn.checked(new RateRange(MemristiveDynamics.paper()), folder);
    XYPlot plot = Drawn.plot(figure, 0);
    assertThat(plot.getDomainAxis().getLabel()).isEqualTo("drive z (dimensionless)");
    assertThat(plot.getRangeAxis().getLabel()).isEqualTo("rate K(z) (1 / unit of time)");
    XYDataset potentiation = plot.getDataset(0);
    assertThat(potentiation.getSeriesKey(0).toString())
        .isEqualTo("potentiation K_p, in [a_, b_]: 0.00331 to 9.87");
    assertThat(plot.getDataset(1).getSeriesKey(0).toString())
        .isEqualTo("depression K_d, in [a_, b_]: 0.352 to 0.158");
    assertThat(potentiation.getXValue(0, 0)).isLessThan(.35);
    assertThat(potentiation.getXValue(0, potentiation.getItemCount(0) - 1)).isGreaterThan(1.15);
    for (int i = 0; i < potentiation.getItemCount(0); i++) {
      double z = potentiation.getXValue(0, i);
      assertThat(potentiation.getYValue(0, i)).isCloseTo(1e-4 * Math.exp(10 * z), within(1e-9));
    }
  }

  @Test
  void withoutRescaleThereIsNoIntervalToShow() {
    assertThatThrownBy(() -> new RateRange(MemristiveDynamics.paper().withoutRescale()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPulseLoadsAndItsEndForgets() {
    PulseResponses picture = PulseResponses.paper();
    double[] h = picture.response(.1, 1);
    double up = 1e-4 * Math.exp(10);
    double total = up + .5 * Math.exp(-1);
    // Closed form: h* (1 - (1 - dt P)^n) after n steps of the pulse, which begins at step 20.
    double loaded = up / total * (1 - Math.pow(1 - .1 * total, 10));
    double rest = 1e-4 / (1e-4 + .5) * (1 - Math.pow(1 - .1 * .5001, 19));
    assertThat(h[19]).isCloseTo(rest, within(1e-12));
    assertThat(h[29]).isCloseTo(loaded + rest * Math.pow(1 - .1 * total, 10), within(1e-12));
    assertThat(h[100]).isLessThan(h[60]);
    Figure figure = Drawn.checked(picture, folder);
    assertThat(figure.panels()).hasSize(2);
    XYPlot left = Drawn.plot(figure, 0);
    assertThat(left.getDatasetCount()).isEqualTo(4);
    assertThat(left.getRangeAxis().getLabel()).isEqualTo("state h(t) (normalised conductance)");
    assertThat(Drawn.ordinates(left.getDataset(1))).isEqualTo(h);
  }

  @Test
  void theMemoryFactorIsThatOfItsDefinition() {
    MemoryFactorMap picture = MemoryFactorMap.paper();
    double rate = 1e-4 * Math.exp(8) + .5 * Math.exp(-.8);
    assertThat(picture.memoryFactor(.8, .25)).isCloseTo(Math.abs(1 - .25 * rate), within(1e-12));
    assertThat(picture.memoryFactor(1.5, 1)).isGreaterThan(1);
    Figure figure = Drawn.checked(picture, folder);
    XYPlot plot = Drawn.plot(figure, 0);
    assertThat(plot.getDomainAxis().getRange().getUpperBound()).isEqualTo(2);
    assertThat(plot.getRangeAxis().getLabel()).isEqualTo("step Δt (units of time)");
  }

  /**
   * Two junctions in a row between input and ground, by hand: alike, they share 2 V as 1 V each,
   * and g = g~ (1 - e^(-theta t)) under a constant voltage, e^(-theta t) at rest.
   */
  @Test
  void junctionsConductAfterAPulseAndFadeAgain() {
    NanowireGraph row =
        new NanowireGraph(
            List.of(new Point(0, 0.5), new Point(0.5, 0.5), new Point(1, 0.5)),
            List.of(new Junction(0, 1), new Junction(1, 2)));
    NanowirePulse picture =
        new NanowirePulse(
            row, new Electrodes(List.of(0), 2), JunctionDynamics.paper(0.1), 2, 30, 10);
    List<double[]> states = picture.states();
    double kp = 1e-4 * Math.exp(10);
    double kd = 0.5 * Math.exp(-1);
    double during = kp / (kp + kd) * (1 - Math.exp(-3 * (kp + kd)));
    double resting = 1e-4 / (1e-4 + 0.5);
    double after = resting + (during - resting) * Math.exp(-(1e-4 + 0.5));
    assertThat(states.get(0)).containsExactly(0, 0);
    assertThat(states.get(1)).containsExactly(new double[] {during, during}, within(1e-9));
    assertThat(states.get(2)).containsExactly(new double[] {after, after}, within(1e-9));
    Figure figure = Drawn.checked(picture, folder);
    assertThat(figure.panels()).hasSize(3);
    assertThat(Drawn.plot(figure, 1).getAnnotations()).hasSize(2);
  }

  /** Three traces from one start; the device without noise rests at K_p / (K_p + K_d). */
  @Test
  void noiseAndJumpsScatterAroundTheDeterministicTrace() {
    Figure figure =
        Drawn.checked(
            new StochasticConductance(
                StochasticDevice.silverNanowireNetwork(1), 3.6, 1.23364e-5, 400, 200),
            folder);
    XYPlot traces = Drawn.plot(figure, 0);
    double kp = 5.217e-4 * Math.exp(1.2922 * 3.6);
    double rest = kp / (kp + 37.934 * Math.exp(-1.7859 * 3.6));
    for (int line = 0; line < 3; line++) {
      double[] siemens = Drawn.ordinates(traces.getDataset(line));
      assertThat(siemens).hasSize(401);
      assertThat(siemens[0]).isCloseTo(12.3364, within(1e-9));
      double tolerance = line == 0 ? 1e-6 : 2;
      assertThat(siemens[400]).isCloseTo(.14558 * (1 - rest) + 68.58 * rest, within(tolerance));
    }
    assertThat(Drawn.plot(figure, 2).getDatasetCount()).isEqualTo(2);
  }
}
