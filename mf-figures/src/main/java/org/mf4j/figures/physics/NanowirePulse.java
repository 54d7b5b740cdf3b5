package org.mf4j.figures.physics;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.mf4j.figures.Figure;
import org.mf4j.figures.Picture;
import org.mf4j.figures.plot.LinePlot;
import org.mf4j.figures.style.ColourScale;
import org.mf4j.figures.style.Palette;
import org.mf4j.figures.style.Style;
import org.mf4j.nanowires.CrossingWires;
import org.mf4j.nanowires.Electrodes;
import org.mf4j.nanowires.JunctionDynamics;
import org.mf4j.nanowires.NanowireGraph;
import org.mf4j.nanowires.NanowireGraph.Junction;
import org.mf4j.nanowires.NanowireGraph.Point;
import org.mf4j.nanowires.NanowireNetwork;
import org.mf4j.random.SeededRandom;

/**
 * A network of crossing nanowires before, during and after a pulse of voltage, its junctions
 * coloured by their conductance, eq. (1) of <i>Nanowire Neural Networks for time-series
 * processing</i>: paths that conduct form between the electrodes and fade again.
 *
 * @param graph which nodes are joined
 * @param electrodes one input, at which the pulse is, and the ground
 * @param dynamics how junctions change
 * @param volts the pulse; 0 before and after it
 * @param pulse the length of the pulse in steps
 * @param rest how many steps after the pulse the last panel shows
 */
public record NanowirePulse(
    NanowireGraph graph,
    Electrodes electrodes,
    JunctionDynamics dynamics,
    double volts,
    int pulse,
    int rest)
    implements Picture {
  /**
   * 150 wires with the papers' rates: 8 V for 50 steps of 0.1, and 20 steps after it.
   *
   * @param seed where the wires lie
   * @return the picture
   */
  public static NanowirePulse paper(long seed) {
    NanowireGraph wires = new CrossingWires(150, 0.22, 0.05).draw(new SeededRandom(seed));
    return new NanowirePulse(
        wires, Electrodes.opposite(wires, 1), JunctionDynamics.paper(0.1), 8, 50, 20);
  }

  /**
   * The junctions' states before, at the end of the pulse, and after it.
   *
   * @return three times g of every junction, in their order
   */
  public List<double[]> states() {
    NanowireNetwork network = new NanowireNetwork(graph, electrodes, dynamics);
    List<double[]> states = new ArrayList<>();
    states.add(network.junctions());
    states.add(after(network, volts, pulse));
    states.add(after(network, 0, rest));
    return states;
  }

  private static double[] after(NanowireNetwork network, double level, int steps) {
    for (int t = 0; t < steps; t++) {
      network.step(new double[] {level});
    }
    return network.junctions();
  }

  @Override
  public Figure figure() {
    List<double[]> states = states();
    return new Figure(
        "nanowire-pulse",
        "A network of crossing nanowires before, at the end of and after a pulse of %s V at the blue"
                .formatted(number(volts))
            + " electrode; the orange one is grounded. Lines are junctions between the centres of two"
            + " wires, their colour is the normalised conductance g; time is in units of the rates.",
        400,
        430,
        List.of(
            panel("Before the pulse", states.get(0)),
            panel("At its end, after %s".formatted(time(pulse)), states.get(1)),
            panel("%s later".formatted(time(rest)), states.get(2))),
        3);
  }

  private String time(int steps) {
    return number(steps * dynamics.dynamics().deltaT().at(0)) + " units of time";
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  private JFreeChart panel(String title, double[] states) {
    LinePlot plot = new LinePlot(hidden(), hidden());
    plot.points(
        "input", xs(electrodes.inputs()), ys(electrodes.inputs()), Palette.BLUE.color(), 12);
    List<Integer> ground = List.of(electrodes.ground());
    plot.points("ground", xs(ground), ys(ground), Palette.ORANGE.color(), 12);
    ColourScale colours = ColourScale.viridis(0, 1);
    XYPlot drawn = plot.plot();
    drawn.setDomainGridlinesVisible(false);
    drawn.setRangeGridlinesVisible(false);
    // Those that conduct lie on top.
    IntStream.range(0, states.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> states[i]))
        .forEach(
            i -> drawn.addAnnotation(line(graph.junctions().get(i), colours.colour(states[i]))));
    JFreeChart chart = Style.chart(title, drawn, false);
    colours.addTo(chart, "conductance g");
    return chart;
  }

  private XYLineAnnotation line(Junction junction, Color colour) {
    Point from = graph.nodes().get(junction.from());
    Point to = graph.nodes().get(junction.to());
    return new XYLineAnnotation(from.x(), from.y(), to.x(), to.y(), new BasicStroke(1.6f), colour);
  }

  private double[] xs(List<Integer> nodes) {
    return nodes.stream().mapToDouble(node -> graph.nodes().get(node).x()).toArray();
  }

  private double[] ys(List<Integer> nodes) {
    return nodes.stream().mapToDouble(node -> graph.nodes().get(node).y()).toArray();
  }

  private static NumberAxis hidden() {
    NumberAxis axis = Style.axis(null);
    axis.setRange(-0.03, 1.03);
    axis.setVisible(false);
    return axis;
  }
}
