package org.mf4j.nanowires;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mf4j.nanowires.NanowireGraph.Junction;
import org.mf4j.nanowires.NanowireGraph.Point;
import org.mf4j.random.SeededRandom;

/** Small networks by hand with Table II's rates; large ones by the laws that they must obey. */
class KirchhoffTest {
  private static final double G_MIN = 1.4558e-7;
  private static final double G_MAX = 6.8580e-5;
  private static final double DELTA_T = 0.1;

  /** The solution of dg/dt = K_p (1 - g) - K_d g after deltaT. */
  private static double exact(double volts, double g) {
    double kp = 1e-4 * Math.exp(10 * volts);
    double kd = 0.5 * Math.exp(-volts);
    double rest = kp / (kp + kd);
    return rest + (g - rest) * Math.exp(-(kp + kd) * DELTA_T);
  }

  private static double siemens(double g) {
    return G_MIN + (G_MAX - G_MIN) * g;
  }

  private static NanowireNetwork network(List<Junction> junctions, int nodes, Electrodes at) {
    List<Point> places = IntStream.range(0, nodes).mapToObj(i -> new Point(i, 0)).toList();
    return new NanowireNetwork(
        new NanowireGraph(places, junctions), at, JunctionDynamics.paper(DELTA_T));
  }

  @Test
  void twoDevicesInSeriesShareTheVoltage() {
    NanowireNetwork network =
        network(List.of(new Junction(0, 1), new Junction(1, 2)), 3, new Electrodes(List.of(0), 2));
    double g = 0;
    for (double volts : new double[] {1, 1.6, 0.4}) {
      network.step(new double[] {volts});
      assertThat(network.volts(1)).isCloseTo(volts / 2, within(1e-14));
      assertThat(network.current(0)).isCloseTo(siemens(g) * volts / 2, within(1e-18));
      g = exact(volts / 2, g);
      assertThat(network.junctions()).containsExactly(new double[] {g, g}, within(1e-14));
    }
  }

  /**
   * Node 0 feeds nodes 1 and 2, each of which feeds the ground: two equal branches side by side.
   */
  @Test
  void twoBranchesInParallelCarryTwiceTheCurrent() {
    NanowireNetwork network =
        network(
            List.of(new Junction(0, 1), new Junction(0, 2), new Junction(1, 3), new Junction(2, 3)),
            4,
            new Electrodes(List.of(0), 3));
    double g = 0;
    for (double volts : new double[] {1, 1.6, 0.4}) {
      network.step(new double[] {volts});
      assertThat(network.current(0)).isCloseTo(2 * siemens(g) * volts / 2, within(1e-18));
      assertThat(network.volts(1)).isEqualTo(network.volts(2), within(1e-15));
      g = exact(volts / 2, g);
    }
  }

  /** One junction from the input, two from there to the ground: V = 1/3 while all are equal. */
  @Test
  void unequalBranchesDivideTheVoltage() {
    NanowireNetwork network =
        network(
            List.of(new Junction(0, 1), new Junction(1, 2), new Junction(1, 3), new Junction(2, 3)),
            4,
            new Electrodes(List.of(0), 3));
    network.step(new double[] {1});
    // From node 1: one junction to the ground beside two in series, so 1.5 G against 1 G.
    assertThat(network.volts(1)).isCloseTo(1 / 2.5, within(1e-14));
    assertThat(network.volts(2)).isCloseTo(0.5 / 2.5, within(1e-14));
  }

  static List<NanowireTopology> topologies() {
    return List.of(
        new DiagonalGrid(12, 12),
        new RandomGeometric(150, 0.14),
        new CrossingWires(150, 0.3, 0.05));
  }

  @ParameterizedTest
  @MethodSource("topologies")
  void currentsAreConserved(NanowireTopology topology) {
    NanowireGraph graph = topology.draw(new SeededRandom(5));
    NanowireNetwork network =
        new NanowireNetwork(graph, Electrodes.opposite(graph, 2), JunctionDynamics.paper(DELTA_T));
    for (int t = 0; t < 50; t++) {
      network.step(new double[] {6 + 5 * Math.sin(t), 3});
    }
    List<Integer> inputs = network.electrodes().inputs();
    double in = network.current(inputs.get(0)) + network.current(inputs.get(1));
    assertThat(in).isGreaterThan(0);
    assertThat(network.current(network.electrodes().ground()) / in).isCloseTo(-1, within(1e-12));
    for (int node = 0; node < graph.nodes().size(); node++) {
      if (!inputs.contains(node) && node != network.electrodes().ground()) {
        assertThat(network.current(node) / in).isCloseTo(0, within(1e-12));
      }
    }
  }

  /** Input and ground change places: V becomes V_0 - V, and junctions do not notice. */
  @ParameterizedTest
  @MethodSource("topologies")
  void theNetworkIsSymmetric(NanowireTopology topology) {
    NanowireGraph graph = topology.draw(new SeededRandom(6));
    Electrodes one = Electrodes.opposite(graph, 1);
    Electrodes other = new Electrodes(List.of(one.ground()), one.inputs().get(0));
    NanowireNetwork forwards = new NanowireNetwork(graph, one, JunctionDynamics.paper(DELTA_T));
    NanowireNetwork backwards = new NanowireNetwork(graph, other, JunctionDynamics.paper(DELTA_T));
    double volts = 0;
    for (int t = 0; t < 30; t++) {
      volts = 5 + 5 * Math.sin(t);
      forwards.step(new double[] {volts});
      backwards.step(new double[] {volts});
    }
    for (int node = 0; node < graph.nodes().size(); node++) {
      assertThat(forwards.volts(node)).isCloseTo(volts - backwards.volts(node), within(1e-9));
    }
    assertThat(forwards.junctions()).containsExactly(backwards.junctions(), within(1e-9));
  }

  @Test
  void afterResetTheNetworkIsAsNew() {
    NanowireGraph graph = new DiagonalGrid(4, 4).draw(new SeededRandom(1));
    NanowireNetwork network =
        new NanowireNetwork(graph, Electrodes.opposite(graph, 1), JunctionDynamics.paper(DELTA_T));
    network.step(new double[] {3});
    double[] first = network.junctions();
    network.reset();
    network.step(new double[] {3});
    assertThat(network.junctions()).containsExactly(first);
  }

  @Test
  void refusesVoltagesThatFitNoElectrode() {
    NanowireNetwork network =
        network(List.of(new Junction(0, 1)), 2, new Electrodes(List.of(0), 1));
    assertThatThrownBy(() -> network.step(new double[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 voltages for 1 electrodes");
    assertThatThrownBy(() -> network(List.of(new Junction(0, 1)), 2, new Electrodes(List.of(0), 7)))
        .hasMessageContaining("electrode = 7: must be a node, 0 to 1");
  }
}
