package org.mf4j.figures.style;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnitSource;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** The one quiet look of all pictures: white ground, thin grey lines, dark grey text. */
public final class Style {
  /** Dark grey: text, and lines that every eye should find first. */
  public static final Color INK = new Color(0x333333);

  /** Grey: axes, bounds and other lines behind the data. */
  public static final Color FAINT = new Color(0x999999);

  /** Very light grey: grid lines and shaded areas. */
  public static final Color GROUND = new Color(0xE8E8E8);

  /** The line of a result. */
  public static final Stroke LINE = stroke(2f);

  /** The line of one trial among several, and of an error bar. */
  public static final Stroke THIN = stroke(1.2f);

  /** The line of a bound or a reference. */
  public static final Stroke DASHED =
      new BasicStroke(
          1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {5f, 4f}, 0f);

  /** The line of a second bound. */
  public static final Stroke DOTTED =
      new BasicStroke(
          1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1f, new float[] {1f, 4f}, 0f);

  /** Wide margins make an axis choose few ticks. */
  private static final RectangleInsets AIRY = new RectangleInsets(5, 7, 5, 7);

  private static final String FAMILY = Font.SANS_SERIF;

  /** Tick labels and legends. */
  public static final Font SMALL = new Font(FAMILY, Font.PLAIN, 12);

  private static final Font LABEL = new Font(FAMILY, Font.PLAIN, 13);
  private static final Font TITLE = new Font(FAMILY, Font.BOLD, 14);

  private Style() {}

  private static Stroke stroke(float width) {
    return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  /**
   * A chart in this style.
   *
   * @param title its title
   * @param plot its plot
   * @param legend whether it names its series
   * @return the chart
   */
  public static JFreeChart chart(String title, Plot plot, boolean legend) {
    JFreeChart chart = new JFreeChart(title, TITLE, plot, legend);
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(new RectangleInsets(8, 8, 8, 14));
    chart.getTitle().setPaint(INK);
    chart.getTitle().setHorizontalAlignment(HorizontalAlignment.LEFT);
    chart.getTitle().setPadding(2, 4, 8, 4);
    if (legend) {
      style(chart.getLegend());
    }
    return chart;
  }

  private static void style(LegendTitle legend) {
    legend.setItemFont(SMALL);
    legend.setItemPaint(INK);
    legend.setFrame(BlockBorder.NONE);
    legend.setBackgroundPaint(Color.WHITE);
    legend.setPosition(RectangleEdge.BOTTOM);
    legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 10));
  }

  /**
   * Styles a plot of numbers over numbers.
   *
   * @param plot the plot
   * @return the same plot
   */
  public static XYPlot plot(XYPlot plot) {
    ground(plot);
    plot.setDomainGridlinePaint(GROUND);
    plot.setRangeGridlinePaint(GROUND);
    plot.setDomainGridlineStroke(new BasicStroke(1f));
    plot.setRangeGridlineStroke(new BasicStroke(1f));
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    return plot;
  }

  /**
   * Styles a plot of numbers over categories.
   *
   * @param plot the plot
   * @return the same plot
   */
  public static CategoryPlot plot(CategoryPlot plot) {
    ground(plot);
    plot.setRangeGridlinePaint(GROUND);
    plot.setRangeGridlineStroke(new BasicStroke(1f));
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    return plot;
  }

  private static void ground(Plot plot) {
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlineVisible(false);
    plot.setInsets(new RectangleInsets(2, 2, 2, 8));
  }

  /**
   * A linear axis.
   *
   * @param label quantity, symbol and unit
   * @return an axis that fits its data, zero not included by force
   */
  public static NumberAxis axis(String label) {
    NumberAxis axis = new NumberAxis(label);
    axis.setAutoRangeIncludesZero(false);
    axis.setStandardTickUnits(new NumberTickUnitSource(false, number()));
    axis.setTickLabelInsets(AIRY);
    return style(axis);
  }

  /**
   * Makes an axis choose more ticks, for a flat plot.
   *
   * @param axis the axis
   * @return the same axis
   */
  public static NumberAxis dense(NumberAxis axis) {
    axis.setTickLabelInsets(new RectangleInsets(1, 7, 1, 7));
    return axis;
  }

  /**
   * A linear axis of whole numbers.
   *
   * @param label what is counted
   * @return an axis with ticks at whole numbers only
   */
  public static NumberAxis wholeAxis(String label) {
    NumberAxis axis = axis(label);
    axis.setStandardTickUnits(new NumberTickUnitSource(true, number()));
    return axis;
  }

  /**
   * A logarithmic axis to base 10.
   *
   * @param label quantity, symbol and unit
   * @return the axis
   */
  public static LogAxis logAxis(String label) {
    return style(new DecadeAxis(label));
  }

  /**
   * Styles an axis of any kind.
   *
   * @param axis the axis
   * @param <A> its kind
   * @return the same axis
   */
  public static <A extends Axis> A style(A axis) {
    axis.setLabelFont(LABEL);
    axis.setLabelPaint(INK);
    axis.setTickLabelFont(SMALL);
    axis.setTickLabelPaint(INK);
    axis.setAxisLinePaint(FAINT);
    axis.setTickMarkPaint(FAINT);
    return axis;
  }

  /** The same digits on every machine, whatever its language. */
  private static NumberFormat number() {
    return new DecimalFormat("0.######", DecimalFormatSymbols.getInstance(Locale.ROOT));
  }
}
