package org.mf4j.figures.plot;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYDataImageAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.mf4j.figures.style.ColourScale;
import org.mf4j.figures.style.Style;

/**
 * Numbers as colours. The cells are one image inside the chart: as rectangles they would show seams
 * and make an SVG of megabytes.
 *
 * @param values {@code [rows][columns]}, the first row at the bottom
 * @param area what the cells cover, in the units of the axes; evenly, as the axes show it
 * @param scale the colours
 */
// Bulk numbers stay in arrays; a map is compared by reference.
@SuppressWarnings("ArrayRecordComponent")
public record HeatMap(double[][] values, Rectangle2D area, ColourScale scale) {
  /** Cells are blown up to about this many pixels, because a viewer would blur small images. */
  private static final int PIXELS = 1600;

  /**
   * The map over two axes, whose ranges it sets.
   *
   * @param x the axis below
   * @param y the axis on the left
   * @return the plot
   */
  public XYPlot plot(ValueAxis x, ValueAxis y) {
    x.setRange(area.getMinX(), area.getMaxX());
    y.setRange(area.getMinY(), area.getMaxY());
    XYPlot plot = Style.plot(new XYPlot(null, x, y, null));
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(false);
    plot.addAnnotation(
        new XYDataImageAnnotation(
            image(), area.getX(), area.getY(), area.getWidth(), area.getHeight(), false));
    return plot;
  }

  /**
   * Adds the scale of the colours to the right of a chart.
   *
   * @param chart the chart
   * @param label quantity, symbol and unit
   */
  public void addScale(JFreeChart chart, String label) {
    scale.addTo(chart, label);
  }

  private BufferedImage image() {
    int rows = values.length;
    int columns = values[0].length;
    int across = Math.max(1, PIXELS / columns);
    int up = Math.max(1, PIXELS / rows);
    BufferedImage image =
        new BufferedImage(columns * across, rows * up, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++) {
      double[] row = values[rows - 1 - y / up];
      for (int x = 0; x < image.getWidth(); x++) {
        image.setRGB(x, y, scale.colour(row[x / across]).getRGB());
      }
    }
    return image;
  }
}
