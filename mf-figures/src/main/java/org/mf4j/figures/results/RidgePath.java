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
 * @param train the error on the training set, as many
 * @param validation the error on series that were not fitted, as many
 */
// Bulk numbers stay in arrays; compared by reference.
@SuppressWarnings("ArrayRecordComponent")
public record RidgePath(double[] lambdas, double[] train, double[] validation) implements Picture {
  @Override
  public Figure figure() {
    LinePlot plot =
        new LinePlot(Style.logAxis("ridge penalty λ"), Style.axis("share of series misclassified"))
            .line("held-out series", lambdas, validation, Palette.VERMILION.color(), Style.LINE)
            .line("fitted series", lambdas, train, Palette.BLUE.color(), Style.LINE);
    return new Figure(
        "ridge-path",
        "Error of the readout over the ridge penalty: too small fits the noise, too large fits"
            + " nothing.",
        560,
        380,
        Style.chart("Ridge path", plot.plot(), true));
  }
}
