package org.mf4j.figures.physics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.NeuronStep;
import org.mf4j.figures.Figure;
import org.mf4j.figures.Picture;
import org.mf4j.figures.plot.LinePlot;
import org.mf4j.figures.style.Palette;
import org.mf4j.figures.style.Style;

/**
 * One nanowire neuron under a rectangular pulse, Fig. 1 of [ESANN]: h(t+1) = h(t) + deltaT (K_p -
 * (K_p + K_d) h(t)), eq. (7), with the rates at omega x(t+1), x = 1 during the pulse and 0 outside,
 * from h(0) = 0. On the left the step deltaT varies, on the right the input weight omega.
 *
 * @param dynamics the rates; RESCALE, gamma and deltaT of it are not used
 * @param deltaTs the steps on the left, positive
 * @param omega the input weight on the left
 * @param omegas the input weights on the right
 * @param deltaT the step on the right, positive
 * @param steps the number of steps
 * @param from the first step of the pulse
 * @param to the step after the pulse
 */
public record PulseResponses(
    MemristiveDynamics dynamics,
    List<Double> deltaTs,
    double omega,
    List<Double> omegas,
    double deltaT,
    int steps,
    int from,
    int to)
    implements Picture {
  /** The lists are copies. */
  public PulseResponses {
    deltaTs = List.copyOf(deltaTs);
    omegas = List.copyOf(omegas);
  }

  /**
   * The papers' rates with steps and weights of their grids (Table 3 of [ESANN]) for which the
   * response neither overshoots nor stays flat.
   *
   * @return the picture
   */
  public static PulseResponses paper() {
    return new PulseResponses(
        MemristiveDynamics.paper(),
        List.of(.01, .1, .15, .25),
        1,
        List.of(.5, .8, 1., 1.1),
        .1,
        120,
        20,
        60);
  }

  /**
   * The response of the neuron.
   *
   * @param step deltaT
   * @param weight omega
   * @return h(0), h(1), ..., h(steps)
   */
  public double[] response(double step, double weight) {
    NeuronStep neuron = NeuronStep.of(dynamics.withGamma(1).withDeltaT(step), Integration.EULER, 0);
    double[] h = new double[steps + 1];
    for (int t = 0; t < steps; t++) {
      h[t + 1] = neuron.next(isOn(t + 1) ? weight : 0, h[t]);
    }
    return h;
  }

  private boolean isOn(int step) {
    return step >= from && step < to;
  }

  @Override
  public Figure figure() {
    LinePlot left = plot();
    for (int i = 0; i < deltaTs.size(); i++) {
      add(left, "Δt = " + deltaTs.get(i), response(deltaTs.get(i), omega), i);
    }
    LinePlot right = plot();
    for (int i = 0; i < omegas.size(); i++) {
      add(right, "ω = " + omegas.get(i), response(deltaT, omegas.get(i)), i);
    }
    List<JFreeChart> panels =
        List.of(
            Style.chart("Several steps Δt, ω = " + omega, left.plot(), true),
            Style.chart("Several input weights ω, Δt = " + deltaT, right.plot(), true));
    return new Figure(
        "pulse-responses",
        "State of one nanowire neuron under a pulse of height 1 (shaded), eq. (7); it loads with"
            + " K_p + K_d at the pulse and forgets with K_p + K_d at rest (Fig. 1 of the ESANN"
            + " paper).",
        480,
        380,
        panels,
        2);
  }

  private LinePlot plot() {
    NumberAxis x = Style.wholeAxis("step t");
    x.setRange(0, steps);
    NumberAxis y = Style.axis("state h(t) (normalised conductance)");
    y.setRange(0, 1);
    return new LinePlot(x, y).shade(from - 1, to - 1);
  }

  private static void add(LinePlot plot, String name, double[] h, int index) {
    double[] t = IntStream.range(0, h.length).asDoubleStream().toArray();
    plot.line(name, t, Arrays.copyOf(h, h.length), Palette.at(index).color(), Style.LINE);
  }
}
