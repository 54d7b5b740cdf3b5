package org.mf4j.figures.physics;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.mf4j.dynamics.Drive;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.figures.Figure;
import org.mf4j.figures.Picture;
import org.mf4j.figures.plot.LinePlot;
import org.mf4j.figures.style.Palette;
import org.mf4j.figures.style.Style;

/**
 * The range of the rates after RESCALE, Fig. 4 of [APL]: K_p(z) = K_p0 exp(eta_p z) and K_d(z) =
 * K_d0 exp(-eta_d z) over the drive z, eq. (6), with the interval [a_, b_] that RESCALE leaves.
 *
 * @param dynamics the constants, with RESCALE; the first neuron is drawn where they differ
 */
public record RateRange(MemristiveDynamics dynamics) implements Picture {
  private static final int POINTS = 201;

  /**
   * The drive is rescaled.
   *
   * @throws IllegalArgumentException if there is no RESCALE, so no interval
   */
  public RateRange {
    if (!dynamics.drive().isRescaled()) {
      throw new IllegalArgumentException("drive = UNSCALED: has no interval to show");
    }
  }

  @Override
  public Figure figure() {
    Drive drive = dynamics.drive();
    double lower = drive.lower();
    double upper = lower + drive.range();
    NumberAxis x = Style.axis("drive z (dimensionless)");
    LogAxis y = Style.logAxis("rate K(z) (1 / unit of time)");
    LinePlot lines = new LinePlot(x, y).shade(lower, upper);
    double[] z = grid(lower - drive.range() / 2, upper + drive.range() / 4);
    add(lines, "potentiation K_p", z, dynamics.rates(0)::potentiation, Palette.VERMILION);
    add(lines, "depression K_d", z, dynamics.rates(0)::depression, Palette.BLUE);
    x.setRange(z[0], z[POINTS - 1]);
    String caption =
        "Potentiation and depression rate over the drive, eq. (6). RESCALE keeps the drive in the"
            + " shaded interval [a_, b_] = ["
            + number(lower)
            + ", "
            + number(upper)
            + "], so both rates are bounded (Fig. 4 of the APL paper).";
    return new Figure(
        "rate-range",
        caption,
        600,
        400,
        Style.chart("Rates of the device after RESCALE", lines.plot(), true));
  }

  private void add(
      LinePlot lines, String name, double[] z, DoubleUnaryOperator rate, Palette colour) {
    double lower = dynamics.drive().lower();
    double[] ends = {
      rate.applyAsDouble(lower), rate.applyAsDouble(lower + dynamics.drive().range())
    };
    String range = name + ", in [a_, b_]: " + number(ends[0]) + " to " + number(ends[1]);
    double[] rates =
        IntStream.range(0, z.length).mapToDouble(i -> rate.applyAsDouble(z[i])).toArray();
    lines.line(range, z, rates, colour.color(), Style.LINE);
  }

  private static double[] grid(double from, double to) {
    return IntStream.range(0, POINTS)
        .mapToDouble(i -> from + (to - from) * i / (POINTS - 1))
        .toArray();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }
}
