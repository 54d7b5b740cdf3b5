package org.mf4j.figures.physics;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.mf4j.dynamics.stochastic.DeviceNoise;
import org.mf4j.dynamics.stochastic.StochasticDevice;
import org.mf4j.figures.Figure;
import org.mf4j.figures.Picture;
import org.mf4j.figures.plot.LinePlot;
import org.mf4j.figures.style.Palette;
import org.mf4j.figures.style.Style;

/**
 * The conductance of a network of nanowires under a constant voltage, after Milano et al., Nat.
 * Commun. 16 (2025). On the left one trace each without noise, with noise, and with noise and
 * jumps, and its second half magnified; on the right where many such traces end.
 *
 * @param device the device with noise and jumps
 * @param volts the constant voltage
 * @param initialSiemens the conductance at the start, in siemens
 * @param steps the number of steps, positive
 * @param repetitions the number of traces whose ends are counted, positive
 */
public record StochasticConductance(
    StochasticDevice device, double volts, double initialSiemens, int steps, int repetitions)
    implements Picture {
  private static final int BINS = 60;
  private static final double MICRO = 1e6;

  /**
   * The silver nanowire network at 3.6 V over the 637 steps of the source.
   *
   * @param seed decides the noise
   * @return the picture
   */
  public static StochasticConductance silver(long seed) {
    return new StochasticConductance(
        StochasticDevice.silverNanowireNetwork(seed),
        3.6,
        StochasticDevice.SILVER_START,
        StochasticDevice.SILVER_STEPS,
        20_000);
  }

  private StochasticDevice withoutJumps() {
    return device.with(device.noise().withJumpRate(0));
  }

  /**
   * A trace.
   *
   * @param of the device
   * @param series which repetition
   * @return its conductances in microsiemens, from the start
   */
  double[] trace(StochasticDevice of, int series) {
    double[] input = new double[steps];
    Arrays.fill(input, volts);
    double[] siemens = of.siemens(input, initialSiemens, series);
    return IntStream.rangeClosed(0, steps)
        .mapToDouble(t -> MICRO * (t == 0 ? initialSiemens : siemens[t - 1]))
        .toArray();
  }

  private double[] ends(StochasticDevice of) {
    return IntStream.range(0, repetitions)
        .mapToDouble(series -> trace(of, series)[steps])
        .toArray();
  }

  @Override
  public Figure figure() {
    double[] quiet = trace(device.with(DeviceNoise.none()), 0);
    String title = String.format(Locale.ROOT, "Conductance at %s V, three traces", volts);
    List<JFreeChart> panels =
        List.of(
            Style.chart(title, traces(quiet, 0), true),
            Style.chart("The second half of the time", traces(quiet, steps / 2), true),
            Style.chart("Conductance at the end", distribution(quiet[steps]), true));
    return new Figure(
        "stochastic-conductance",
        String.format(
            Locale.ROOT,
            "A network of silver nanowires as an Ornstein-Uhlenbeck process with jumps (Milano et"
                + " al. 2025): one trace without noise, with noise, and with noise and jumps, whole"
                + " and magnified; on the right where %d traces end after %d steps.",
            repetitions,
            steps),
        440,
        380,
        panels,
        3);
  }

  private XYPlot traces(double[] quiet, int from) {
    double deltaT = device.dynamics().deltaT().at(0);
    double[] seconds = IntStream.rangeClosed(from, steps).mapToDouble(t -> t * deltaT).toArray();
    NumberAxis x = Style.axis("time (s)");
    x.setAutoRangeIncludesZero(false);
    NumberAxis y = Style.axis("conductance G (µS)");
    y.setAutoRangeIncludesZero(false);
    double[] noisy = trace(withoutJumps(), 0);
    double[] jumping = trace(device, 0);
    return new LinePlot(x, y)
        .line("without noise", seconds, tail(quiet, from), Style.INK, Style.DASHED)
        .line("with noise", seconds, tail(noisy, from), noise(), Style.THIN)
        .line("with noise and jumps", seconds, tail(jumping, from), jumps(), Style.THIN)
        .plot();
  }

  private static double[] tail(double[] trace, int from) {
    return Arrays.copyOfRange(trace, from, trace.length);
  }

  private XYPlot distribution(double quiet) {
    double[] noisy = ends(withoutJumps());
    double[] jumping = ends(device);
    double reach = Arrays.stream(jumping).map(g -> Math.abs(g - quiet)).max().orElseThrow();
    NumberAxis x = Style.axis("conductance G (µS)");
    x.setRange(quiet - reach, quiet + reach);
    x.setAutoRangeIncludesZero(false);
    LinePlot plot = new LinePlot(x, Style.logAxis("probability density (1/µS)"));
    double[] centres = new double[BINS];
    Arrays.setAll(centres, bin -> quiet + reach * ((bin + 0.5) * 2 / BINS - 1));
    return plot.line("with noise", centres, density(noisy, quiet, reach), noise(), Style.LINE)
        .line("with noise and jumps", centres, density(jumping, quiet, reach), jumps(), Style.LINE)
        .plot();
  }

  private static double[] density(double[] values, double centre, double reach) {
    double width = 2 * reach / BINS;
    double[] density = new double[BINS];
    for (double value : values) {
      int bin = (int) ((value - centre + reach) / width);
      density[Math.max(0, Math.min(BINS - 1, bin))] += 1 / (width * values.length);
    }
    // A logarithmic axis has no place for an empty bin: the line is interrupted there.
    return Arrays.stream(density).map(d -> d == 0 ? Double.NaN : d).toArray();
  }

  private static Color noise() {
    return Palette.BLUE.color();
  }

  private static Color jumps() {
    return Palette.VERMILION.color();
  }
}
