package org.mf4j.figures.style;

import java.awt.Graphics2D;
import java.awt.font.TextAttribute;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.LogTick;
import org.jfree.chart.axis.NumberTickUnitSource;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * A logarithmic axis to base 10 with ticks at powers of ten, and at 2 and 5 times them where it is
 * short; at round numbers where even those are too few. JFreeChart's own puts ticks at equal
 * distances, for example at 0.630957.
 */
final class DecadeAxis extends LogAxis {
  private static final long serialVersionUID = 1L;

  private static final double SHORT = 2.5;
  private static final double VERY_SHORT = .8;
  private static final int FEW = 4;
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
    double decades = Math.log10(getUpperBound() / getLowerBound());
    return decades < VERY_SHORT ? roundNumbers(anchor) : decades(decades, anchor);
  }

  private List<LogTick> roundNumbers(TextAnchor anchor) {
    double unit =
        new NumberTickUnitSource().getCeilingTickUnit(getRange().getLength() / FEW).getSize();
    int digits = Math.max(0, (int) Math.ceil(-Math.log10(unit)));
    List<LogTick> ticks = new ArrayList<>();
    for (double n = Math.ceil(getLowerBound() / unit); n * unit <= getUpperBound(); n++) {
      BigDecimal value = BigDecimal.valueOf(n * unit).setScale(digits, RoundingMode.HALF_EVEN);
      ticks.add(tick(value.doubleValue(), value.toPlainString(), anchor));
    }
    return ticks;
  }

  private List<LogTick> decades(double decades, TextAnchor anchor) {
    List<LogTick> ticks = new ArrayList<>();
    int step = (int) Math.ceil(decades / MOST_DECADES);
    int first = (int) Math.floor(Math.log10(getLowerBound()));
    int[] factors = decades < SHORT ? new int[] {1, 2, 5} : new int[] {1};
    for (int exponent = first; exponent <= Math.log10(getUpperBound()); exponent++) {
      for (int factor : factors) {
        double value = factor * Math.pow(10, exponent);
        if (getRange().contains(value) && Math.floorMod(exponent, step) == 0) {
          ticks.add(tick(value, label(factor, exponent), anchor));
        }
      }
    }
    return ticks;
  }

  /** 0.001, 20, but 1e-8. */
  private static String label(int factor, int exponent) {
    return Math.abs(exponent) > MOST_ZEROS
        ? factor + "e" + exponent
        : BigDecimal.valueOf(factor, -exponent).toPlainString();
  }

  private LogTick tick(double value, String text, TextAnchor anchor) {
    AttributedString label = new AttributedString(text);
    label.addAttribute(TextAttribute.FONT, getTickLabelFont());
    return new LogTick(TickType.MAJOR, value, label, anchor);
  }
}
