package org.mf4j.figures.results;

import java.awt.Color;
import java.awt.Stroke;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.mf4j.figures.Figure;
import org.mf4j.figures.Picture;
import org.mf4j.figures.plot.LinePlot;
import org.mf4j.figures.style.Palette;
import org.mf4j.figures.style.Style;

/**
 * Eigenvalues of the Jacobian in the complex plane, one panel per setting, Fig. 6 of [APL]: with
 * the unit circle, the circle of the estimated spectral radius (17), and the union of discs that
 * Theorem V.4 promises.
 *
 * @param subject whose eigenvalues they are, for the caption
 * @param panels the settings
 * @param columns panels per row
 */
public record Eigenspectra(String subject, List<Panel> panels, int columns) implements Picture {
  private static final int ARC = 181;
  private static final int WIDTH = 346;
  private static final int HEIGHT = 388;

  /** The panels are a copy. */
  public Eigenspectra {
    panels = List.copyOf(panels);
  }

  /**
   * One setting.
   *
   * @param title the setting
   * @param real real parts of the eigenvalues
   * @param imaginary imaginary parts, as many
   * @param estimate the estimated spectral radius, eq. (17)
   * @param centres centres of the discs of Theorem V.4, on the real axis
   * @param discRadius the radius of the discs
   */
  // Bulk numbers stay in arrays; compared by reference.
  @SuppressWarnings("ArrayRecordComponent")
  public record Panel(
      String title,
      double[] real,
      double[] imaginary,
      double estimate,
      double[] centres,
      double discRadius) {}

  @Override
  public Figure figure() {
    return new Figure(
        "eigenspectra",
        "Eigenvalues of the Jacobian of "
            + subject
            + ": inside the unit circle a difference of two states dies out. The dashed circle is"
            + " the estimate (17) of the spectral radius; Theorem V.4 confines the eigenvalues to"
            + " discs whose hull is dotted, as far as it is in sight (Fig. 6 of the APL paper).",
        WIDTH,
        HEIGHT,
        panels.stream().map(this::chart).toList(),
        columns);
  }

  private JFreeChart chart(Panel panel) {
    double reach = 1.15 * Math.max(1, reach());
    NumberAxis x = Style.axis("Re λ");
    NumberAxis y = Style.axis("Im λ");
    x.setRange(-reach, reach);
    y.setRange(-reach, reach);
    LinePlot plot =
        new LinePlot(x, y)
            .points("eigenvalues", panel.real(), panel.imaginary(), Palette.BLUE.color(), 3.5);
    circle(plot, "unit circle", 0, 1, Style.INK, Style.THIN);
    circle(plot, "estimate (17)", 0, panel.estimate(), Palette.VERMILION.color(), Style.DASHED);
    double left = Arrays.stream(panel.centres()).min().orElseThrow();
    double right = Arrays.stream(panel.centres()).max().orElseThrow();
    stadium(plot, left, right, panel.discRadius());
    return Style.chart(panel.title(), plot.plot(), true);
  }

  private double reach() {
    return panels.stream()
        .flatMapToDouble(
            panel ->
                IntStream.range(0, panel.real().length)
                    .mapToDouble(i -> Math.hypot(panel.real()[i], panel.imaginary()[i])))
        .max()
        .orElse(1);
  }

  private static void circle(
      LinePlot plot, String name, double centre, double radius, Color colour, Stroke stroke) {
    double[] angles =
        IntStream.range(0, ARC).mapToDouble(i -> 2 * Math.PI * i / (ARC - 1)).toArray();
    double[] x = Arrays.stream(angles).map(a -> centre + radius * Math.cos(a)).toArray();
    double[] y = Arrays.stream(angles).map(a -> radius * Math.sin(a)).toArray();
    plot.line(name, x, y, colour, stroke);
  }

  /** The hull of equal discs whose centres lie between two numbers. */
  private static void stadium(LinePlot plot, double left, double right, double radius) {
    double[] x = new double[ARC];
    double[] y = new double[ARC];
    for (int i = 0; i < ARC; i++) {
      double angle = -Math.PI / 2 + 2 * Math.PI * i / (ARC - 1);
      x[i] = (i <= ARC / 2 ? right : left) + radius * Math.cos(angle);
      y[i] = radius * Math.sin(angle);
    }
    x[ARC - 1] = right;
    plot.line("discs of Theorem V.4", x, y, Style.FAINT, Style.DOTTED);
  }
}
