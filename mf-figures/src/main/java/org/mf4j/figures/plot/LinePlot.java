package org.mf4j.figures.plot;

import java.awt.Color;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.AbstractXYDataset;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.mf4j.figures.style.Style;

/** Lines, points and error bars over two number axes. What is added first lies on top. */
public final class LinePlot {
  private static final double DOT = 6;

  private final XYPlot plot;
  private int layers;

  /**
   * An empty plot.
   *
   * @param x the axis below
   * @param y the axis on the left
   */
  public LinePlot(ValueAxis x, ValueAxis y) {
    plot = Style.plot(new XYPlot(null, x, y, null));
  }

  /**
   * Adds a line.
   *
   * @param name its name in the legend
   * @param x the abscissae
   * @param y the ordinates, as many; NaN interrupts the line
   * @param colour its colour
   * @param stroke its width and dashes
   * @return this
   */
  public LinePlot line(String name, double[] x, double[] y, Color colour, Stroke stroke) {
    return add(dataset(name, x, y), renderer(true, false, colour, stroke), true);
  }

  /**
   * Adds a line that the legend does not name.
   *
   * @param x the abscissae
   * @param y the ordinates, as many
   * @param colour its colour
   * @param stroke its width and dashes
   * @return this
   */
  public LinePlot silentLine(double[] x, double[] y, Color colour, Stroke stroke) {
    return add(dataset("line " + layers, x, y), renderer(true, false, colour, stroke), false);
  }

  /**
   * Adds points.
   *
   * @param name their name in the legend
   * @param x the abscissae
   * @param y the ordinates, as many
   * @param colour their colour
   * @param size their diameter in pixels
   * @return this
   */
  public LinePlot points(String name, double[] x, double[] y, Color colour, double size) {
    XYLineAndShapeRenderer renderer = renderer(false, true, colour, Style.THIN);
    renderer.setSeriesShape(0, dot(size));
    return add(dataset(name, x, y), renderer, true);
  }

  /**
   * Adds points on a line with error bars.
   *
   * @param name their name in the legend
   * @param x the abscissae
   * @param mean the ordinates, as many
   * @param std half the length of each bar, as many, 0 or above
   * @param colour their colour
   * @return this
   */
  public LinePlot bars(String name, double[] x, double[] mean, double[] std, Color colour) {
    return bars(name, x, mean, std, colour, Style.LINE);
  }

  /**
   * Adds points on a line with error bars.
   *
   * @param name their name in the legend
   * @param x the abscissae
   * @param mean the ordinates, as many
   * @param std half the length of each bar, as many, 0 or above
   * @param colour their colour
   * @param stroke width and dashes of the line
   * @return this
   */
  public LinePlot bars(
      String name, double[] x, double[] mean, double[] std, Color colour, Stroke stroke) {
    YIntervalSeries series = new YIntervalSeries(name);
    for (int i = 0; i < x.length; i++) {
      series.add(x[i], mean[i], mean[i] - std[i], mean[i] + std[i]);
    }
    YIntervalSeriesCollection dataset = new YIntervalSeriesCollection();
    dataset.addSeries(series);
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawXError(false);
    renderer.setDefaultLinesVisible(true);
    renderer.setErrorStroke(Style.THIN);
    style(renderer, colour, stroke);
    return add(dataset, renderer, true);
  }

  /**
   * Shades an interval of the axis below.
   *
   * @param lower its start
   * @param upper its end
   * @return this
   */
  public LinePlot shade(double lower, double upper) {
    IntervalMarker marker = new IntervalMarker(lower, upper, Style.GROUND);
    marker.setOutlinePaint(null);
    marker.setAlpha(1f);
    plot.addDomainMarker(marker, Layer.BACKGROUND);
    return this;
  }

  /** {@return the plot} */
  public XYPlot plot() {
    return plot;
  }

  private LinePlot add(XYDataset dataset, AbstractXYItemRenderer renderer, boolean inLegend) {
    renderer.setDefaultSeriesVisibleInLegend(inLegend);
    plot.setDataset(layers, dataset);
    plot.setRenderer(layers, renderer);
    layers++;
    return this;
  }

  private static AbstractXYDataset dataset(String name, double[] x, double[] y) {
    DefaultXYDataset dataset = new DefaultXYDataset();
    dataset.addSeries(name, new double[][] {x, y});
    return dataset;
  }

  private static XYLineAndShapeRenderer renderer(
      boolean lines, boolean shapes, Color colour, Stroke stroke) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(lines, shapes);
    renderer.setDrawSeriesLineAsPath(true);
    style(renderer, colour, stroke);
    return renderer;
  }

  private static void style(AbstractXYItemRenderer renderer, Paint colour, Stroke stroke) {
    renderer.setSeriesPaint(0, colour);
    renderer.setSeriesStroke(0, stroke);
    renderer.setSeriesShape(0, dot(DOT));
  }

  private static Shape dot(double size) {
    return new Ellipse2D.Double(-size / 2, -size / 2, size, size);
  }
}
