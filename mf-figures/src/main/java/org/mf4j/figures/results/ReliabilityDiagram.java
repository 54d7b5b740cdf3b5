package org.mf4j.figures.results;

import org.jfree.chart.axis.NumberAxis;
import org.mf4j.figures.Figure;
import org.mf4j.figures.Picture;
import org.mf4j.figures.plot.LinePlot;
import org.mf4j.figures.style.Palette;
import org.mf4j.figures.style.Style;

/**
 * How often predictions are right over how confident they are.
 *
 * @param confidence the mean confidence of each bin
 * @param accuracy the share that is right in each, as many
 */
// Bulk numbers stay in arrays; compared by reference.
@SuppressWarnings("ArrayRecordComponent")
public record ReliabilityDiagram(double[] confidence, double[] accuracy) implements Picture {
  private static final double[] ENDS = {0, 1};

  @Override
  public Figure figure() {
    NumberAxis x = Style.axis("probability of the predicted class");
    NumberAxis y = Style.axis("share that is right");
    x.setRange(0, 1);
    y.setRange(0, 1.02);
    LinePlot plot =
        new LinePlot(x, y)
            .points("predictions", confidence, accuracy, Palette.BLUE.color(), 8)
            .line("as probable as said", ENDS, ENDS, Style.FAINT, Style.DASHED);
    return new Figure(
        "reliability",
        "How often predictions of the same confidence are right, in ten bins: on the line"
            + " probabilities mean what they say, below it they promise too much.",
        420,
        420,
        Style.chart("Can the probabilities be believed?", plot.plot(), true));
  }
}
