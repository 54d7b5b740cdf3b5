package org.mf4j.nanowires;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which nodes a memristive junction joins, and where the nodes lie. Connected.
 *
 * @param nodes the positions of the nodes, at least two; nodes are numbered in this order
 * @param junctions the pairs of nodes that are joined, no pair twice
 */
public record NanowireGraph(List<Point> nodes, List<Junction> junctions) {
  /**
   * A place on the substrate; lengths have no unit.
   *
   * @param x from left to right
   * @param y from bottom to top
   */
  public record Point(double x, double y) {
    /**
     * The distance to another place.
     *
     * @param other the other place
     * @return the length of the line between them
     */
    public double distance(Point other) {
      return Math.hypot(x - other.x, y - other.y);
    }
  }

  /**
   * A memristive junction between two nodes.
   *
   * @param from one node
   * @param to the other, of a larger number
   */
  public record Junction(int from, int to) {
    /**
     * The smaller number comes first.
     *
     * @throws IllegalArgumentException if the numbers are not in order, or negative
     */
    public Junction {
      if (from < 0 || from >= to) {
        throw new IllegalArgumentException(
            "junction = " + from + "-" + to + ": the smaller node must come first, 0 or above");
      }
    }

    /**
     * A junction of two nodes in any order.
     *
     * @param one a node
     * @param other another
     * @return the junction
     */
    public static Junction between(int one, int other) {
      return new Junction(Math.min(one, other), Math.max(one, other));
    }
  }

  /**
   * Every junction joins two of the nodes, no two join the same pair, and all nodes hang together.
   *
   * @throws IllegalArgumentException if one of these does not hold
   */
  public NanowireGraph {
    nodes = List.copyOf(nodes);
    junctions = List.copyOf(junctions);
    Set<Junction> seen = new HashSet<>();
    for (Junction junction : junctions) {
      if (junction.to() >= nodes.size()) {
        throw new IllegalArgumentException(
            "junction = "
                + junction.from()
                + "-"
                + junction.to()
                + ": there are "
                + nodes.size()
                + " nodes");
      }
      if (!seen.add(junction)) {
        throw new IllegalArgumentException(
            "junction = " + junction.from() + "-" + junction.to() + ": is there twice");
      }
    }
    int reached = reachable(0, neighbours(nodes.size(), junctions)).length;
    if (nodes.size() < 2 || reached < nodes.size()) {
      throw new IllegalArgumentException(
          "nodes = "
              + nodes.size()
              + ", "
              + reached
              + " of them joined to the first: must be at least 2, all joined");
    }
  }

  /**
   * The largest part that hangs together, its nodes numbered anew in their order.
   *
   * @param nodes the positions
   * @param junctions the pairs that are joined
   * @return the part as a graph of its own
   * @throws IllegalArgumentException if no two nodes are joined
   */
  static NanowireGraph largestPart(List<Point> nodes, List<Junction> junctions) {
    List<List<Integer>> neighbours = neighbours(nodes.size(), junctions);
    boolean[] seen = new boolean[nodes.size()];
    int[] largest = {};
    for (int start = 0; start < nodes.size(); start++) {
      if (!seen[start]) {
        int[] part = reachable(start, neighbours);
        Arrays.stream(part).forEach(node -> seen[node] = true);
        largest = part.length > largest.length ? part : largest;
      }
    }
    int[] kept = Arrays.stream(largest).sorted().toArray();
    int[] number = new int[nodes.size()];
    Arrays.fill(number, -1);
    IntStream.range(0, kept.length).forEach(i -> number[kept[i]] = i);
    return new NanowireGraph(
        Arrays.stream(kept).mapToObj(nodes::get).toList(),
        junctions.stream()
            .filter(junction -> number[junction.from()] >= 0)
            .map(junction -> Junction.between(number[junction.from()], number[junction.to()]))
            .toList());
  }

  /** {@return per node the nodes that it is joined to} */
  List<List<Integer>> neighbours() {
    return neighbours(nodes.size(), junctions);
  }

  private static List<List<Integer>> neighbours(int nodes, List<Junction> junctions) {
    List<List<Integer>> neighbours = new ArrayList<>();
    IntStream.range(0, nodes).forEach(node -> neighbours.add(new ArrayList<>()));
    for (Junction junction : junctions) {
      neighbours.get(junction.from()).add(junction.to());
      neighbours.get(junction.to()).add(junction.from());
    }
    return neighbours;
  }

  /** Breadth first; neighbours of few neighbours come first, as Cuthill and McKee have it. */
  static int[] reachable(int start, List<List<Integer>> neighbours) {
    boolean[] seen = new boolean[neighbours.size()];
    int[] order = new int[neighbours.size()];
    int count = 0;
    ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(start));
    seen[start] = true;
    while (!queue.isEmpty()) {
      int node = queue.remove();
      order[count++] = node;
      neighbours.get(node).stream()
          .filter(next -> !seen[next])
          .sorted(Comparator.comparingInt(next -> neighbours.get(next).size()))
          .forEach(
              next -> {
                seen[next] = true;
                queue.add(next);
              });
    }
    return Arrays.copyOf(order, count);
  }
}
