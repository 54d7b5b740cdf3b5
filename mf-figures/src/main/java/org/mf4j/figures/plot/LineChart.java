package org.mf4j.figures.plot;

import java.awt.Color;
import java.awt.Stroke;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.mf4j.figures.Figure;
import org.mf4j.figures.Picture;
import org.mf4j.figures.style.Palette;
import org.mf4j.figures.style.Style;

/**
 * Numbers of one's own as lines and points over two axes, for a notebook or a first look:
 *
 * <pre>
 * new LineChart("One neuron", "step t", "state h(t)").line("Euler", h).reference("ODE", t, exact)
 * </pre>
 *
 * <p>It has no caption, since only who drew it knows what is seen. Immutable: every method returns
 * a chart with one thing more or different. Lines and points take the colours of {@link Palette} in
 * turn; what is added first lies on top.
 *
 * @param title the title
 * @param x what the axis below shows, with its unit
 * @param y what the axis on the left shows, with its unit
 * @param logY whether the axis on the left is logarithmic
 * @param marks what is drawn, in this order
 */
public record LineChart(String title, String x, String y, boolean logY, List<Mark> marks)
    implements Picture {
  private static final double DOT = 6;

  /** The marks are a copy. */
  public LineChart {
    marks = List.copyOf(marks);
  }

  /**
   * A chart that shows nothing yet, over linear axes.
   *
   * @param title the title
   * @param x what the axis below shows, with its unit
   * @param y what the axis on the left shows, with its unit
   */
  public LineChart(String title, String x, String y) {
    this(title, x, y, false, List.of());
  }

  /** How numbers are drawn. */
  public enum Kind {
    /** A line in a colour of its own. */
    LINE,
    /** Dots in a colour of their own. */
    POINTS,
    /** A dashed grey line: a bound, or what theory says. */
    REFERENCE
  }

  /**
   * Some numbers.
   *
   * @param kind how they are drawn
   * @param name their name in the legend; empty for a line that the legend leaves out
   * @param x the abscissae
   * @param y the ordinates, as many; what is not finite, or not above 0 on a logarithmic axis,
   *     interrupts the line
   */
  // Bulk numbers stay in arrays; compared by reference.
  @SuppressWarnings("ArrayRecordComponent")
  public record Mark(Kind kind, String name, double[] x, double[] y) {
    /**
     * There are as many ordinates as abscissae.
     *
     * @throws IllegalArgumentException if there are more abscissae than ordinates, or fewer
     */
    public Mark {
      if (x.length != y.length) {
        throw new IllegalArgumentException(
            name + ": " + x.length + " abscissae and " + y.length + " ordinates; give as many");
      }
    }
  }

  /**
   * Adds a line.
   *
   * @param name its name in the legend
   * @param xs the abscissae
   * @param ys the ordinates, as many
   * @return the chart with it
   * @throws IllegalArgumentException if there are more abscissae than ordinates, or fewer
   */
  public LineChart line(String name, double[] xs, double[] ys) {
    return with(new Mark(Kind.LINE, name, xs, ys));
  }

  /**
   * Adds a line over 0, 1, 2, ...
   *
   * @param name its name in the legend
   * @param ys the ordinates
   * @return the chart with it
   */
  public LineChart line(String name, double[] ys) {
    return line(name, IntStream.range(0, ys.length).asDoubleStream().toArray(), ys);
  }

  /**
   * Adds points.
   *
   * @param name their name in the legend
   * @param xs the abscissae
   * @param ys the ordinates, as many
   * @return the chart with them
   * @throws IllegalArgumentException if there are more abscissae than ordinates, or fewer
   */
  public LineChart points(String name, double[] xs, double[] ys) {
    return with(new Mark(Kind.POINTS, name, xs, ys));
  }

  /**
   * Adds a dashed grey line: a bound, or what theory says.
   *
   * @param name its name in the legend
   * @param xs the abscissae
   * @param ys the ordinates, as many
   * @return the chart with it
   * @throws IllegalArgumentException if there are more abscissae than ordinates, or fewer
   */
  public LineChart reference(String name, double[] xs, double[] ys) {
    return with(new Mark(Kind.REFERENCE, name, xs, ys));
  }

  /** {@return the chart with a logarithmic axis on the left} */
  public LineChart withLogY() {
    return new LineChart(title, x, y, true, marks);
  }

  private LineChart with(Mark mark) {
    List<Mark> more = new ArrayList<>(marks);
    more.add(mark);
    return new LineChart(title, x, y, logY, more);
  }

  @Override
  public Figure figure() {
    LinePlot plot = new LinePlot(Style.axis(x), logY ? Style.logAxis(y) : Style.axis(y));
    int colours = 0;
    for (Mark mark : marks) {
      draw(plot, mark, Palette.at(colours));
      colours += mark.kind() == Kind.REFERENCE ? 0 : 1;
    }
    return new Figure(fileName(), "", 600, 400, Style.chart(title, plot.plot(), true));
  }

  private void draw(LinePlot plot, Mark mark, Palette colour) {
    double[] xs = drawable(mark.x(), false);
    double[] ys = drawable(mark.y(), logY);
    switch (mark.kind()) {
      case LINE -> line(plot, mark.name(), xs, ys, colour.color(), Style.LINE);
      case POINTS -> plot.points(mark.name(), xs, ys, colour.color(), DOT);
      case REFERENCE -> line(plot, mark.name(), xs, ys, Style.INK, Style.DASHED);
    }
  }

  private static void line(
      LinePlot plot, String name, double[] xs, double[] ys, Color colour, Stroke stroke) {
    if (name.isEmpty()) {
      plot.silentLine(xs, ys, colour, stroke);
    } else {
      plot.line(name, xs, ys, colour, stroke);
    }
  }

  private static double[] drawable(double[] values, boolean logarithmic) {
    return Arrays.stream(values)
        .map(v -> Double.isInfinite(v) || (logarithmic && v <= 0) ? Double.NaN : v)
        .toArray();
  }

  /** Charts of several titles can be written into one folder. */
  private String fileName() {
    String words = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return ("chart-" + words).replaceAll("-+", "-").replaceAll("-$", "");
  }
}
