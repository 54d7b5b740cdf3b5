package org.mf4j.figures.results;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.NumberAxis;
import org.mf4j.figures.Figure;
import org.mf4j.figures.Picture;
import org.mf4j.figures.plot.LinePlot;
import org.mf4j.figures.style.Palette;
import org.mf4j.figures.style.Style;

/**
 * Predicted over true numbers, one point per series; on the dashed line both agree.
 *
 * @param title the title
 * @param truth the true numbers
 * @param predicted the predictions, as many
 */
// Bulk numbers stay in arrays; compared by reference.
@SuppressWarnings("ArrayRecordComponent")
public record PredictedAgainstTrue(String title, double[] truth, double[] predicted)
    implements Picture {
  @Override
  public Figure figure() {
    double lower = all().min().orElseThrow();
    double upper = all().max().orElseThrow();
    double margin = lower == upper ? .5 : .05 * (upper - lower);
    NumberAxis x = Style.axis("true target y");
    NumberAxis y = Style.axis("predicted target ŷ");
    x.setRange(lower - margin, upper + margin);
    y.setRange(lower - margin, upper + margin);
    double[] ends = {lower - margin, upper + margin};
    LinePlot plot =
        new LinePlot(x, y)
            .points("test series", truth, predicted, Palette.BLUE.color(), 6)
            .line("ŷ = y", ends, ends, Style.FAINT, Style.DASHED);
    return new Figure(
        "predicted-against-true",
        title + ": one point per test series, in the units of the target.",
        460,
        440,
        Style.chart(title, plot.plot(), true));
  }

  private DoubleStream all() {
    return DoubleStream.concat(Arrays.stream(truth), Arrays.stream(predicted));
  }
}
