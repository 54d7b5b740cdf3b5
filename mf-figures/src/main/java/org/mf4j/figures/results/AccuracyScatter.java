package org.mf4j.figures.results;

import org.jfree.chart.axis.NumberAxis;
import org.mf4j.figures.Figure;
import org.mf4j.figures.Picture;
import org.mf4j.figures.plot.LinePlot;
import org.mf4j.figures.style.Palette;
import org.mf4j.figures.style.Style;

/**
 * The accuracies of two methods, one point per data set: above the dashed line the method of the
 * upright axis is the more accurate one.
 *
 * @param name the name of the files
 * @param method the method of the upright axis
 * @param other the method of the axis below
 * @param accuracies of the method, one per data set
 * @param others of the other method, as many, in the same order
 */
// Bulk numbers stay in arrays; compared by reference.
@SuppressWarnings("ArrayRecordComponent")
public record AccuracyScatter(
    String name, String method, String other, double[] accuracies, double[] others)
    implements Picture {
  /** Room around the points, so that none is cut. */
  private static final double MARGIN = .02;

  @Override
  public Figure figure() {
    double lower = lowest() - MARGIN;
    double upper = 1 + MARGIN;
    NumberAxis x = Style.axis("accuracy of " + other);
    NumberAxis y = Style.axis("accuracy of " + method);
    x.setRange(lower, upper);
    y.setRange(lower, upper);
    double[] ends = {lower, upper};
    LinePlot plot =
        new LinePlot(x, y)
            .points("data set", others, accuracies, Palette.BLUE.color(), 7)
            .line("as accurate", ends, ends, Style.FAINT, Style.DASHED);
    return new Figure(
        name,
        "Test accuracies of " + method + " and " + other + ", one point per data set.",
        400,
        400,
        Style.chart(method + " and " + other, plot.plot(), false));
  }

  private double lowest() {
    double lowest = 1;
    for (int i = 0; i < accuracies.length; i++) {
      lowest = Math.min(lowest, Math.min(accuracies[i], others[i]));
    }
    return lowest;
  }
}
