package org.mf4j.nanowires;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A network of nanowires as a reservoir: a series goes in as voltages V = offset + scale x of one
 * electrode per channel, and the voltages of chosen nodes are the states. A series starts from a
 * network at rest. Stateless, so many threads may share it.
 *
 * @param graph which nodes are joined
 * @param electrodes one input per channel, and the ground
 * @param dynamics how junctions change
 * @param offset the voltage at x = 0
 * @param scale volts per unit of x
 * @param read the nodes whose voltages are the states, at least one
 */
public record NanowireReservoir(
    NanowireGraph graph,
    Electrodes electrodes,
    JunctionDynamics dynamics,
    double offset,
    double scale,
    List<Integer> read)
    implements UnaryOperator<double[][]> {
  /**
   * Numbers are finite, and the nodes that are read exist.
   *
   * @throws IllegalArgumentException if not
   */
  public NanowireReservoir {
    if (!Double.isFinite(offset) || !Double.isFinite(scale)) {
      throw new IllegalArgumentException(
          "offset = " + offset + ", scale = " + scale + ": must be finite");
    }
    read = List.copyOf(read);
    if (read.isEmpty()
        || !read.stream().allMatch(node -> node >= 0 && node < graph.nodes().size())) {
      throw new IllegalArgumentException(
          "read = " + read + ": must be nodes, 0 to " + (graph.nodes().size() - 1));
    }
  }

  /**
   * A reservoir that is read at all nodes without electrode.
   *
   * @param graph which nodes are joined
   * @param channels the number of input channels, at the left; the ground is at the right
   * @param dynamics how junctions change
   * @return the reservoir, with V = x
   * @throws IllegalArgumentException if the network has too few nodes
   */
  public static NanowireReservoir of(NanowireGraph graph, int channels, JunctionDynamics dynamics) {
    Electrodes electrodes = Electrodes.opposite(graph, channels);
    List<Integer> free =
        IntStream.range(0, graph.nodes().size())
            .filter(node -> node != electrodes.ground() && !electrodes.inputs().contains(node))
            .boxed()
            .toList();
    return new NanowireReservoir(graph, electrodes, dynamics, 0, 1, free);
  }

  /**
   * Other voltages.
   *
   * @param volts at x = 0
   * @param voltsPerUnit of x
   * @return the changed copy
   * @throws IllegalArgumentException if a number is not finite
   */
  public NanowireReservoir withVolts(double volts, double voltsPerUnit) {
    return new NanowireReservoir(graph, electrodes, dynamics, volts, voltsPerUnit, read);
  }

  /** {@return N, the number of states} */
  public int units() {
    return read.size();
  }

  /**
   * The states under a series.
   *
   * @param inputs {@code [T][nIn]}
   * @return the voltages of the nodes that are read, {@code [T][N]}
   * @throws IllegalArgumentException if a step has another number of channels than electrodes
   */
  @Override
  public double[][] apply(double[][] inputs) {
    NanowireNetwork network = new NanowireNetwork(graph, electrodes, dynamics);
    double[][] states = new double[inputs.length][read.size()];
    for (int t = 0; t < inputs.length; t++) {
      double[] volts = new double[inputs[t].length];
      for (int channel = 0; channel < volts.length; channel++) {
        volts[channel] = offset + scale * inputs[t][channel];
      }
      network.step(volts);
      for (int i = 0; i < states[t].length; i++) {
        states[t][i] = network.volts(read.get(i));
      }
    }
    return states;
  }
}
