package org.mf4j.nanowires;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mf4j.nanowires.CrossingWires.Wire;
import org.mf4j.nanowires.NanowireGraph.Junction;
import org.mf4j.nanowires.NanowireGraph.Point;
import org.mf4j.random.SeededRandom;

class NanowireTopologyTest {
  /** r (c - 1) + c (r - 1) sides and one diagonal in each of (r - 1)(c - 1) cells. */
  @Test
  void everyCellOfTheGridHasOneDiagonal() {
    NanowireGraph grid = new DiagonalGrid(5, 7).draw(new SeededRandom(1));
    assertThat(grid.nodes()).hasSize(35);
    assertThat(grid.junctions()).hasSize(5 * 6 + 7 * 4 + 4 * 6);
    for (Junction junction : grid.junctions()) {
      double length = grid.nodes().get(junction.from()).distance(grid.nodes().get(junction.to()));
      assertThat(length).isBetween(1.0, Math.sqrt(2));
    }
    assertThat(new DiagonalGrid(5, 7).draw(new SeededRandom(2)).junctions())
        .isNotEqualTo(grid.junctions());
  }

  /** n (n - 1)/2 pi r^2 pairs but for the edges of the square. */
  @Test
  void closeNodesAreJoinedAndNoOthers() {
    NanowireGraph graph = new RandomGeometric(200, 0.2).draw(new SeededRandom(3));
    Set<Junction> joined = Set.copyOf(graph.junctions());
    for (int i = 0; i < graph.nodes().size(); i++) {
      for (int j = i + 1; j < graph.nodes().size(); j++) {
        assertThat(joined.contains(new Junction(i, j)))
            .isEqualTo(graph.nodes().get(i).distance(graph.nodes().get(j)) < 0.2);
      }
    }
    assertThat((double) joined.size()).isBetween(1800., 2700.);
  }

  @Test
  void wiresCrossWhereTheirLinesMeetOnBoth() {
    Wire flat = new Wire(new Point(0, 0), 1, 0);
    assertThat(flat.crosses(new Wire(new Point(0.9, 0.4), 0, 0.5))).isTrue();
    assertThat(flat.crosses(new Wire(new Point(1.1, 0.4), 0, 0.5))).isFalse();
    assertThat(flat.crosses(new Wire(new Point(0.9, 0.6), 0, 0.5))).isFalse();
    assertThat(flat.crosses(new Wire(new Point(0, 0.1), 1, 0))).isFalse();
    assertThat(flat.crosses(new Wire(new Point(0.5, 0.2), 0.3, -0.3))).isTrue();
  }

  /** Buffon: two wires of length L in a unit square cross with probability 2 L^2/pi at most. */
  @Test
  void longWiresCrossAsOftenAsBuffonSays() {
    int wires = 300;
    NanowireGraph graph = new CrossingWires(wires, 0.2, 0).draw(new SeededRandom(4));
    double expected = wires * (wires - 1) / 2.0 * 2 * 0.2 * 0.2 / Math.PI;
    assertThat(graph.junctions().size() / expected).isBetween(0.8, 1.1);
  }

  @Test
  void theLargestPartIsKept() {
    List<Point> nodes =
        List.of(
            new Point(0, 0), new Point(1, 0), new Point(2, 0), new Point(3, 0), new Point(4, 0));
    NanowireGraph part =
        NanowireGraph.largestPart(
            nodes, List.of(new Junction(0, 1), new Junction(2, 4), new Junction(3, 4)));
    assertThat(part.nodes()).containsExactlyElementsOf(nodes.subList(2, 5));
    assertThat(part.junctions()).containsExactly(new Junction(0, 2), new Junction(1, 2));
  }

  @Test
  void refusesNetworksThatAreNone() {
    List<Point> nodes = List.of(new Point(0, 0), new Point(1, 0), new Point(2, 0));
    assertThatThrownBy(() -> new NanowireGraph(nodes, List.of(new Junction(0, 1))))
        .hasMessageContaining("2 of them joined");
    assertThatThrownBy(() -> new NanowireGraph(nodes, List.of(new Junction(0, 3))))
        .hasMessageContaining("there are 3 nodes");
    assertThatThrownBy(
            () -> new NanowireGraph(nodes, List.of(new Junction(0, 1), new Junction(0, 1))))
        .hasMessageContaining("is there twice");
    assertThatThrownBy(() -> new Junction(2, 1)).hasMessageContaining("2-1");
    assertThatThrownBy(() -> new Electrodes(List.of(1), 1)).hasMessageContaining("different nodes");
  }

  @Test
  void electrodesStandOppositeToEachOther() {
    NanowireGraph grid = new DiagonalGrid(9, 5).draw(new SeededRandom(1));
    Electrodes electrodes = Electrodes.opposite(grid, 2);
    assertThat(grid.nodes().get(electrodes.ground())).isEqualTo(new Point(4, 4));
    assertThat(electrodes.inputs().stream().map(grid.nodes()::get).toList())
        .containsExactly(new Point(0, 2), new Point(0, 6));
    assertThat(grid.nodes().get(0).distance(new Point(3, 4))).isCloseTo(5, within(1e-12));
  }
}
