package org.mf4j.figures.style;

import java.awt.Graphics2D;
import java.awt.font.TextAttribute;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.LogTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * A logarithmic axis to base 10 with ticks at powers of ten, and at 2 and 5 times them where it is
 * short. JFreeChart's own puts ticks at equal distances, for example at 0.630957.
 */
final class DecadeAxis extends LogAxis {
  private static final long serialVersionUID = 1L;

  private static final double SHORT = 2.5;
  private static final int MOST_DECADES = 7;
  private static final int MOST_ZEROS = 4;

  DecadeAxis(String label) {
    super(label);
    setBase(10);
  }

  @Override
  public List<LogTick> refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
    TextAnchor anchor =
        RectangleEdge.isTopOrBottom(edge) ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
    List<LogTick> ticks = new ArrayList<>();
    double decades = Math.log10(getUpperBound() / getLowerBound());
    int step = (int) Math.ceil(decades / MOST_DECADES);
    int first = (int) Math.floor(Math.log10(getLowerBound()));
    int[] factors = decades < SHORT ? new int[] {1, 2, 5} : new int[] {1};
    for (int exponent = first; exponent <= Math.log10(getUpperBound()); exponent++) {
      for (int factor : factors) {
        double value = factor * Math.pow(10, exponent);
        if (getRange().contains(value) && Math.floorMod(exponent, step) == 0) {
          ticks.add(new LogTick(TickType.MAJOR, value, label(factor, exponent), anchor));
        }
      }
    }
    return ticks;
  }

  /** 0.001, 20, but 1e-8. */
  private AttributedString label(int factor, int exponent) {
    String text =
        Math.abs(exponent) > MOST_ZEROS
            ? factor + "e" + exponent
            : BigDecimal.valueOf(factor, -exponent).toPlainString();
    AttributedString label = new AttributedString(text);
    label.addAttribute(TextAttribute.FONT, getTickLabelFont());
    return label;
  }
}
