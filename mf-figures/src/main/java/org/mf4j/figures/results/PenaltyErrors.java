package org.mf4j.figures.results;

import org.mf4j.figures.Figure;
import org.mf4j.figures.Picture;
import org.mf4j.figures.plot.LinePlot;
import org.mf4j.figures.style.Palette;
import org.mf4j.figures.style.Style;

/**
 * The error of a ridge readout over its penalty.
 *
 * @param lambdas the penalties, above 0, ascending
 * @param train the RMSE on the series that were fitted, as many, above 0
 * @param test the RMSE on series that were not, as many, above 0
 */
// Bulk numbers stay in arrays; compared by reference.
@SuppressWarnings("ArrayRecordComponent")
public record PenaltyErrors(double[] lambdas, double[] train, double[] test) implements Picture {
  @Override
  public Figure figure() {
    LinePlot plot =
        new LinePlot(Style.logAxis("ridge penalty λ"), Style.logAxis("RMSE (units of the target)"))
            .line("test series", lambdas, test, Palette.VERMILION.color(), Style.LINE)
            .line("training series", lambdas, train, Palette.BLUE.color(), Style.LINE);
    return new Figure(
        "ridge-path",
        "Error of the readout over the ridge penalty, on the series that it was fitted to and on"
            + " others.",
        560,
        380,
        Style.chart("Ridge path", plot.plot(), true));
  }
}
