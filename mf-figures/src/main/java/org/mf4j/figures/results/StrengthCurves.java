package org.mf4j.figures.results;

import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.mf4j.figures.Figure;
import org.mf4j.figures.Picture;
import org.mf4j.figures.plot.LinePlot;
import org.mf4j.figures.style.Palette;
import org.mf4j.figures.style.Style;

/**
 * Scores of several models over the strength of what hardware does to them.
 *
 * @param name what the files are called
 * @param title above the plot
 * @param strength what the strength is, for the axis
 * @param score what the score is, for the axis
 * @param logarithmic whether strengths are on a logarithmic axis
 * @param curves one per model and readout
 */
public record StrengthCurves(
    String name,
    String title,
    String strength,
    String score,
    boolean logarithmic,
    List<Curve> curves)
    implements Picture {
  /** The curves are a copy. */
  public StrengthCurves {
    curves = List.copyOf(curves);
  }

  /**
   * One model with one readout.
   *
   * @param name its name
   * @param colour the index of its colour
   * @param dashed whether its line is dashed
   * @param strengths the abscissae
   * @param mean the mean score at each
   * @param std its standard deviation
   */
  // Bulk numbers stay in arrays; compared by reference.
  @SuppressWarnings("ArrayRecordComponent")
  public record Curve(
      String name, int colour, boolean dashed, double[] strengths, double[] mean, double[] std) {}

  @Override
  public Figure figure() {
    ValueAxis below = logarithmic ? Style.logAxis(strength) : Style.axis(strength);
    LinePlot plot = new LinePlot(below, Style.axis(score));
    for (Curve curve : curves) {
      plot.bars(
          curve.name(),
          curve.strengths(),
          curve.mean(),
          curve.std(),
          Palette.at(curve.colour()).color(),
          curve.dashed() ? Style.DASHED : Style.LINE);
    }
    return new Figure(
        name,
        "The score over the strength of one non-ideality of hardware: means and standard deviations"
            + " of several networks, each on a chip of its own; dashed where the readout was fitted"
            + " again.",
        620,
        460,
        Style.chart(title, plot.plot(), true));
  }
}
