package org.mf4j.figures.style;

import java.awt.Color;
import java.awt.Paint;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;

/**
 * The colours of numbers: linear between anchors that lie evenly on [lower, upper]. Numbers outside
 * get the colour of {@code outside}, NaN too.
 *
 * @param lower the number of the first anchor, finite
 * @param upper the number of the last anchor, finite, above lower
 * @param anchors colours from lower to upper, at least two
 * @param outside the colour of everything else
 */
public record ColourScale(double lower, double upper, List<Color> anchors, Color outside)
    implements PaintScale {
  private static final List<Color> VIRIDIS =
      colours(
          0x440154, 0x472D7B, 0x3B528B, 0x2C728E, 0x21918C, 0x28AE80, 0x5EC962, 0xADDC30, 0xFDE725);
  private static final List<Color> BLUES = colours(0xFFFFFF, 0x99C7E0, 0x0072B2);

  /**
   * The interval is not empty.
   *
   * @throws IllegalArgumentException if the interval is empty or not finite
   */
  public ColourScale {
    anchors = List.copyOf(anchors);
    if (!Double.isFinite(lower) || !Double.isFinite(upper) || lower >= upper) {
      throw new IllegalArgumentException(
          "scale = [" + lower + ", " + upper + "]: lower must be below upper, both finite");
    }
  }

  /**
   * Viridis: equal steps of a number look equal, also in grey and to the colour-blind.
   *
   * @param lower the number of the darkest colour
   * @param upper the number of the brightest
   * @return the scale; what is outside is light grey
   */
  public static ColourScale viridis(double lower, double upper) {
    return new ColourScale(lower, upper, VIRIDIS, new Color(0xDDDDDD));
  }

  /**
   * White to blue, for counts that are written into their cells.
   *
   * @param upper the number of the darkest blue, above 0
   * @return the scale from 0
   */
  public static ColourScale blues(double upper) {
    return new ColourScale(0, upper, BLUES, Color.WHITE);
  }

  private static List<Color> colours(int... rgb) {
    return Arrays.stream(rgb).mapToObj(Color::new).toList();
  }

  /**
   * The colour of a number.
   *
   * @param value any number
   * @return a colour between two anchors, or {@code outside}
   */
  public Color colour(double value) {
    if (!(value >= lower && value <= upper)) {
      return outside;
    }
    double position = (value - lower) / (upper - lower) * (anchors.size() - 1);
    int below = Math.min((int) position, anchors.size() - 2);
    return mix(anchors.get(below), anchors.get(below + 1), position - below);
  }

  private static Color mix(Color a, Color b, double share) {
    return new Color(
        mix(a.getRed(), b.getRed(), share),
        mix(a.getGreen(), b.getGreen(), share),
        mix(a.getBlue(), b.getBlue(), share));
  }

  /**
   * Adds the scale to the right of a chart.
   *
   * @param chart the chart
   * @param label quantity, symbol and unit
   */
  public void addTo(JFreeChart chart, String label) {
    NumberAxis axis = Style.axis(label);
    axis.setRange(lower, upper);
    PaintScaleLegend legend = new PaintScaleLegend(this, axis);
    legend.setPosition(RectangleEdge.RIGHT);
    legend.setAxisLocation(AxisLocation.BOTTOM_OR_RIGHT);
    legend.setSubdivisionCount(64);
    legend.setStripOutlineVisible(false);
    legend.setBackgroundPaint(Color.WHITE);
    legend.setMargin(30, 10, 45, 0);
    chart.addSubtitle(legend);
  }

  private static int mix(int a, int b, double share) {
    return (int) Math.round(a + (b - a) * share);
  }

  @Override
  public double getLowerBound() {
    return lower;
  }

  @Override
  public double getUpperBound() {
    return upper;
  }

  @Override
  public Paint getPaint(double value) {
    return colour(value);
  }
}
