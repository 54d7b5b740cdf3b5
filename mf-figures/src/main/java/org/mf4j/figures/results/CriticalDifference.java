package org.mf4j.figures.results;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.TextAnchor;
import org.mf4j.figures.Figure;
import org.mf4j.figures.Picture;
import org.mf4j.figures.style.Palette;
import org.mf4j.figures.style.Style;

/**
 * A critical-difference diagram (Demsar, J. Mach. Learn. Res. 7, 1, 2006): methods on the axis of
 * their mean ranks, the best on the left; bars join those that cannot be told apart.
 *
 * @param methods the methods, the best first, two at least
 * @param cliques the bars
 * @param sets over how many data sets the ranks are means
 */
public record CriticalDifference(List<Method> methods, List<Bar> cliques, int sets)
    implements Picture {
  private static final int WIDTH = 760;
  private static final int PIXELS_PER_ROW = 26;
  private static final int FRAME = 60;
  private static final Stroke THICK =
      new BasicStroke(5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);

  /** Room for the names, as a share of the axis, on either side of it. */
  private static final double SIDE = .62;

  /** Rows of the layout, from the axis at 0 down. */
  private static final double BARS = .7;

  private static final double BETWEEN_BARS = .4;

  /**
   * The lists are copies.
   *
   * @throws IllegalArgumentException if there are fewer than two methods
   */
  public CriticalDifference {
    methods = List.copyOf(methods);
    cliques = List.copyOf(cliques);
    if (methods.size() < 2) {
      throw new IllegalArgumentException("methods: " + methods.size() + "; must be 2 at least");
    }
  }

  /**
   * A method.
   *
   * @param name its name
   * @param rank its mean rank, in [1, number of methods]
   * @param highlighted whether it is one of those that the diagram is about
   */
  public record Method(String name, double rank, boolean highlighted) {}

  /**
   * A bar.
   *
   * @param first the position of the best method that it joins, from 0
   * @param last that of the worst
   */
  public record Bar(int first, int last) {}

  @Override
  public Figure figure() {
    int k = methods.size();
    XYPlot plot = Style.plot(new XYPlot());
    plot.setDomainAxis(hidden(1 - SIDE * (k - 1), k + SIDE * (k - 1)));
    plot.setRangeAxis(hidden(-lowestRow() - 1, 1.5));
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(false);
    drawAxis(plot);
    for (int i = 0; i < cliques.size(); i++) {
      Bar bar = cliques.get(i);
      double y = -BARS - i * BETWEEN_BARS;
      double reach = .012 * (k - 1);
      line(plot, rank(bar.first()) - reach, y, rank(bar.last()) + reach, y, THICK, Style.INK);
    }
    for (int i = 0; i < k; i++) {
      drawMethod(plot, i);
    }
    return new Figure(
        "critical-difference",
        "Mean ranks over "
            + sets
            + " data sets, 1 the best; a bar joins methods that do not differ significantly"
            + " (pairwise Wilcoxon signed-rank tests, Holm's correction, 5 %).",
        WIDTH,
        (int) (FRAME + PIXELS_PER_ROW * (lowestRow() + 2.5)),
        Style.chart("Mean rank of accuracy, " + sets + " data sets", plot, false));
  }

  private double rank(int method) {
    return methods.get(method).rank();
  }

  private static NumberAxis hidden(double lower, double upper) {
    NumberAxis axis = Style.axis("");
    axis.setRange(lower, upper);
    axis.setVisible(false);
    return axis;
  }

  private void drawAxis(XYPlot plot) {
    int k = methods.size();
    line(plot, 1, 0, k, 0, Style.THIN, Style.INK);
    for (int tick = 1; tick <= k; tick++) {
      line(plot, tick, 0, tick, .25, Style.THIN, Style.INK);
      text(plot, String.valueOf(tick), tick, .4, TextAnchor.BOTTOM_CENTER, Style.INK);
    }
  }

  /** The better half is named on the left, the other on the right, the outermost uppermost. */
  private void drawMethod(XYPlot plot, int i) {
    int k = methods.size();
    boolean left = i < (k + 1) / 2;
    double y = -row(left ? i : k - 1 - i);
    Method method = methods.get(i);
    Color colour = method.highlighted() ? Palette.BLUE.color() : Style.INK;
    double end = left ? 1 - .05 * (k - 1) : k + .05 * (k - 1);
    line(plot, method.rank(), 0, method.rank(), y, Style.THIN, colour);
    line(plot, method.rank(), y, end, y, Style.THIN, colour);
    String label = String.format(Locale.ROOT, "%s  %.2f", method.name(), method.rank());
    TextAnchor anchor = left ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT;
    double gap = (left ? -.015 : .015) * (k - 1);
    text(plot, label, end + gap, y, anchor, colour);
  }

  private double row(int number) {
    return BARS + BETWEEN_BARS * cliques.size() + .3 + number;
  }

  private double lowestRow() {
    return row((methods.size() + 1) / 2 - 1);
  }

  private static void line(
      XYPlot plot, double x1, double y1, double x2, double y2, Stroke stroke, Color colour) {
    plot.addAnnotation(new XYLineAnnotation(x1, y1, x2, y2, stroke, colour));
  }

  private static void text(
      XYPlot plot, String text, double x, double y, TextAnchor anchor, Color colour) {
    XYTextAnnotation annotation = new XYTextAnnotation(text, x, y);
    annotation.setFont(Style.SMALL);
    annotation.setPaint(colour);
    annotation.setTextAnchor(anchor);
    plot.addAnnotation(annotation);
  }
}
