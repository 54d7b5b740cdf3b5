package org.mf4j.nanowires;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.mf4j.nanowires.NanowireGraph.Point;
import org.mf4j.options.Require;

/**
 * The nodes whose voltages are given.
 *
 * @param inputs one node per channel, at least one
 * @param ground the node at 0 V
 */
public record Electrodes(List<Integer> inputs, int ground) {
  /**
   * There is an input, and no node has two electrodes.
   *
   * @throws IllegalArgumentException if not
   */
  public Electrodes {
    inputs = List.copyOf(inputs);
    HashSet<Integer> all = new HashSet<>(inputs);
    all.add(ground);
    if (inputs.isEmpty() || all.size() <= inputs.size()) {
      throw new IllegalArgumentException(
          "electrodes: inputs "
              + inputs
              + ", ground "
              + ground
              + "; must be at least one input, all at different nodes");
    }
  }

  /**
   * Inputs at the left, one above the other at equal distances, the ground at the right.
   *
   * @param graph the network
   * @param channels the number of inputs, at least 1 and below the number of nodes
   * @return the electrodes
   * @throws IllegalArgumentException if there are too many channels
   */
  public static Electrodes opposite(NanowireGraph graph, int channels) {
    Require.atLeast("channels", channels, 1);
    Require.atLeast("nodes", graph.nodes().size(), channels + 1);
    double left = extreme(graph, Comparator.comparingDouble(Point::x)).x();
    double right = extreme(graph, Comparator.comparingDouble(point -> -point.x())).x();
    double low = extreme(graph, Comparator.comparingDouble(Point::y)).y();
    double high = extreme(graph, Comparator.comparingDouble(point -> -point.y())).y();
    List<Integer> taken = new ArrayList<>();
    taken.add(nearest(graph, new Point(right, (low + high) / 2), taken));
    for (int channel = 0; channel < channels; channel++) {
      double y = low + (high - low) * (channel + 0.5) / channels;
      taken.add(nearest(graph, new Point(left, y), taken));
    }
    return new Electrodes(taken.subList(1, taken.size()), taken.get(0));
  }

  private static Point extreme(NanowireGraph graph, Comparator<Point> order) {
    return graph.nodes().stream().min(order).orElseThrow();
  }

  private static int nearest(NanowireGraph graph, Point place, List<Integer> taken) {
    return IntStream.range(0, graph.nodes().size())
        .filter(node -> !taken.contains(node))
        .boxed()
        .min(Comparator.comparingDouble(node -> graph.nodes().get(node).distance(place)))
        .orElseThrow();
  }

  /** {@return all electrodes: the inputs, then the ground} */
  int[] nodes() {
    return IntStream.concat(inputs.stream().mapToInt(node -> node), IntStream.of(ground)).toArray();
  }
}
