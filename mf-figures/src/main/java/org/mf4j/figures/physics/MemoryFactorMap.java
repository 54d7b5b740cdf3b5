package org.mf4j.figures.physics;

import java.awt.geom.Rectangle2D;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.NanowireNeuron;
import org.mf4j.figures.Figure;
import org.mf4j.figures.Picture;
import org.mf4j.figures.plot.HeatMap;
import org.mf4j.figures.style.ColourScale;
import org.mf4j.figures.style.Style;

/**
 * The memory factor of one nanowire neuron, Fig. 2 of [ESANN]: rho = |1 - deltaT (K_p(omega x) +
 * K_d(omega x))| under the constant input x over the input weight and the step. Below 1 the state
 * forgets where it came from (Theorem 3.1).
 *
 * @param dynamics the rates; RESCALE, gamma and deltaT of it are not used
 * @param x the input
 * @param largestOmega omega runs from 0 to here
 * @param largestDeltaT deltaT runs from 0 to here
 */
public record MemoryFactorMap(
    MemristiveDynamics dynamics, double x, double largestOmega, double largestDeltaT)
    implements Picture {
  private static final int CELLS = 400;

  /**
   * The papers' rates and the range of their grid (Table 3 of [ESANN]) under x = 1.
   *
   * @return the picture
   */
  public static MemoryFactorMap paper() {
    return new MemoryFactorMap(MemristiveDynamics.paper(), 1, 2, 1);
  }

  /**
   * The memory factor.
   *
   * @param omega the input weight
   * @param deltaT the step
   * @return rho
   */
  public double memoryFactor(double omega, double deltaT) {
    return neuron(deltaT).memoryFactor(omega * x);
  }

  private NanowireNeuron neuron(double deltaT) {
    return new NanowireNeuron(dynamics.withGamma(1).withDeltaT(deltaT), Integration.EULER, 0);
  }

  @Override
  public Figure figure() {
    double[][] rho = new double[CELLS][CELLS];
    for (int row = 0; row < CELLS; row++) {
      for (int column = 0; column < CELLS; column++) {
        rho[row][column] = memoryFactor(centre(column, largestOmega), centre(row, largestDeltaT));
      }
    }
    HeatMap map =
        new HeatMap(
            rho,
            new Rectangle2D.Double(0, 0, largestOmega, largestDeltaT),
            ColourScale.viridis(0, 1));
    NumberAxis omegas = Style.axis("input weight ω (dimensionless)");
    NumberAxis deltaTs = Style.axis("step Δt (units of time)");
    XYPlot plot = map.plot(omegas, deltaTs);
    String title = String.format(Locale.ROOT, "Memory factor under the input x = %s", x);
    JFreeChart chart = Style.chart(title, plot, false);
    map.addScale(chart, "memory factor ρ");
    return new Figure(
        "memory-factor",
        "Memory factor of one nanowire neuron, ρ = |1 - Δt (K_p + K_d)|: bright keeps its past"
            + " long, dark forgets at once; grey is ρ > 1, where Euler's step diverges (Fig. 2 of"
            + " the ESANN paper).",
        600,
        430,
        chart);
  }

  private static double centre(int cell, double largest) {
    return (cell + .5) / CELLS * largest;
  }
}
