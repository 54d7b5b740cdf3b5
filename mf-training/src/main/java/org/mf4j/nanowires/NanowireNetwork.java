package org.mf4j.nanowires;

import java.util.Arrays;
import org.mf4j.dynamics.NeuronStep;
import org.mf4j.dynamics.stochastic.Conductance;
import org.mf4j.nanowires.NanowireGraph.Junction;

/**
 * A network of nanowires that is driven by voltages. A step applies the electrodes' voltages, finds
 * those of all other nodes by Kirchhoff's current law, sum_j G_ij (V_i - V_j) = 0, and lets every
 * junction change under its voltage for deltaT. Not thread-safe.
 */
public final class NanowireNetwork {
  private final NanowireGraph graph;
  private final Electrodes electrodes;
  private final Conductance conductance;
  private final NeuronStep step;
  private final KirchhoffSolver solver;
  private final double[] states;
  private final double[] conductances;
  private final double[] volts;

  /**
   * A network at rest: every junction at g = 0, every voltage 0.
   *
   * @param graph which nodes are joined
   * @param electrodes where voltages are applied
   * @param dynamics how junctions change
   * @throws IllegalArgumentException if there is no such node as an electrode's
   */
  public NanowireNetwork(NanowireGraph graph, Electrodes electrodes, JunctionDynamics dynamics) {
    for (int node : electrodes.nodes()) {
      if (node < 0 || node >= graph.nodes().size()) {
        throw new IllegalArgumentException(
            "electrode = " + node + ": must be a node, 0 to " + (graph.nodes().size() - 1));
      }
    }
    this.graph = graph;
    this.electrodes = electrodes;
    this.conductance = dynamics.conductance();
    this.step = dynamics.step();
    this.solver = new KirchhoffSolver(graph, electrodes.nodes());
    this.states = new double[graph.junctions().size()];
    this.conductances = new double[states.length];
    this.volts = new double[graph.nodes().size()];
  }

  /** Brings every junction to g = 0 and every voltage to 0. */
  public void reset() {
    Arrays.fill(states, 0);
    Arrays.fill(volts, 0);
  }

  /**
   * One step.
   *
   * @param inputs the voltage of every input electrode
   * @throws IllegalArgumentException if there are not as many as inputs
   */
  public void step(double[] inputs) {
    if (inputs.length != electrodes.inputs().size()) {
      throw new IllegalArgumentException(
          "inputs: "
              + inputs.length
              + " voltages for "
              + electrodes.inputs().size()
              + " electrodes; give one each");
    }
    for (int channel = 0; channel < inputs.length; channel++) {
      volts[electrodes.inputs().get(channel)] = inputs[channel];
    }
    volts[electrodes.ground()] = 0;
    for (int k = 0; k < states.length; k++) {
      conductances[k] = conductance.siemens(states[k]);
    }
    solver.solve(conductances, volts);
    for (int k = 0; k < states.length; k++) {
      Junction junction = graph.junctions().get(k);
      double across = Math.abs(volts[junction.from()] - volts[junction.to()]);
      states[k] = step.next(across, states[k]);
    }
  }

  /**
   * The current out of a node through its junctions during the last step, by the conductances that
   * the step found.
   *
   * @param node its number
   * @return sum_j G_ij (V_i - V_j) in amperes: 0 but at electrodes
   */
  public double current(int node) {
    double sum = 0;
    for (int k = 0; k < states.length; k++) {
      Junction junction = graph.junctions().get(k);
      double flow = conductances[k] * (volts[junction.from()] - volts[junction.to()]);
      if (junction.from() == node) {
        sum += flow;
      } else if (junction.to() == node) {
        sum -= flow;
      }
    }
    return sum;
  }

  /**
   * The voltage of a node at the last step.
   *
   * @param node its number
   * @return V in volts
   */
  public double volts(int node) {
    return volts[node];
  }

  /** {@return the states g of all junctions after the last step, a copy} */
  public double[] junctions() {
    return states.clone();
  }

  /** {@return which nodes are joined} */
  public NanowireGraph graph() {
    return graph;
  }

  /** {@return where voltages are applied} */
  public Electrodes electrodes() {
    return electrodes;
  }
}
