package org.mf4j.figures.results;

import java.awt.Color;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.category.StatisticalBarRenderer;
import org.jfree.data.statistics.DefaultStatisticalCategoryDataset;
import org.mf4j.figures.Figure;
import org.mf4j.figures.Picture;
import org.mf4j.figures.style.Style;

/**
 * Mean scores as bars with error bars of one standard deviation, in groups: Table IV of [APL], or
 * the table of a comparison.
 *
 * @param name the name of the files
 * @param title the title
 * @param measure what is measured, with its unit
 * @param bars the bars; groups and series appear in the order of their first bar
 */
public record ScoreBars(String name, String title, String measure, List<Bar> bars)
    implements Picture {
  private static final int FRAME = 120;
  private static final int PIXELS_PER_BAR = 26;
  private static final int NARROWEST = 480;

  /** The bars are a copy. */
  public ScoreBars {
    bars = List.copyOf(bars);
  }

  /**
   * One bar.
   *
   * @param group its group on the axis: a task or a model
   * @param series its entry in the legend
   * @param colour the colour of its series
   * @param mean its height
   * @param std half the length of the error bar, 0 or above
   */
  public record Bar(String group, String series, Color colour, double mean, double std) {}

  /** {@return the mean and deviation of every series and group} */
  public DefaultStatisticalCategoryDataset dataset() {
    DefaultStatisticalCategoryDataset dataset = new DefaultStatisticalCategoryDataset();
    for (Bar bar : bars) {
      dataset.add(bar.mean(), bar.std(), bar.series(), bar.group());
    }
    return dataset;
  }

  @Override
  public Figure figure() {
    DefaultStatisticalCategoryDataset dataset = dataset();
    CategoryAxis groups = Style.style(new CategoryAxis());
    groups.setCategoryMargin(.25);
    groups.setLowerMargin(.02);
    groups.setUpperMargin(.02);
    boolean crowded = dataset.getColumnCount() > 4;
    groups.setCategoryLabelPositions(
        crowded ? CategoryLabelPositions.UP_45 : CategoryLabelPositions.STANDARD);
    NumberAxis scores = Style.axis(measure);
    scores.setAutoRangeIncludesZero(true);
    CategoryPlot plot = Style.plot(new CategoryPlot(dataset, groups, scores, renderer(dataset)));
    int width = Math.max(NARROWEST, FRAME + PIXELS_PER_BAR * bars.size());
    return new Figure(
        name,
        title + ": means and standard deviations.",
        width,
        400,
        Style.chart(title, plot, true));
  }

  private StatisticalBarRenderer renderer(DefaultStatisticalCategoryDataset dataset) {
    StatisticalBarRenderer renderer = new StatisticalBarRenderer();
    renderer.setBarPainter(new StandardBarPainter());
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(false);
    renderer.setItemMargin(.08);
    renderer.setMaximumBarWidth(.12);
    renderer.setErrorIndicatorPaint(Style.INK);
    renderer.setErrorIndicatorStroke(Style.THIN);
    Set<String> seen = new LinkedHashSet<>();
    for (Bar bar : bars) {
      if (seen.add(bar.series())) {
        renderer.setSeriesPaint(dataset.getRowIndex(bar.series()), bar.colour());
      }
    }
    return renderer;
  }
}
