package org.mf4j.figures.results;

import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.mf4j.figures.Figure;
import org.mf4j.figures.Picture;
import org.mf4j.figures.plot.LinePlot;
import org.mf4j.figures.style.Palette;
import org.mf4j.figures.style.Style;

/**
 * Accuracy against the size of an assembly of neurons, one panel per data set, Fig. 3 of [ESANN].
 *
 * @param panels the data sets, at least one
 * @param method how the numbers came about, for the caption
 */
public record SizeCurves(List<Panel> panels, String method) implements Picture {
  /** The panels are a copy. */
  public SizeCurves {
    panels = List.copyOf(panels);
  }

  /**
   * One data set.
   *
   * @param dataset its name
   * @param curves one per kind of neuron
   */
  public record Panel(String dataset, List<Curve> curves) {
    /** The curves are a copy. */
    public Panel {
      curves = List.copyOf(curves);
    }
  }

  /**
   * The assemblies of one kind of neuron.
   *
   * @param neuron its name
   * @param sizes the numbers of neurons N, ascending
   * @param mean the mean accuracy at each size
   * @param std its standard deviation
   */
  // Bulk numbers stay in arrays; compared by reference.
  @SuppressWarnings("ArrayRecordComponent")
  public record Curve(String neuron, double[] sizes, double[] mean, double[] std) {}

  @Override
  public Figure figure() {
    return new Figure(
        "assembly-accuracy",
        "Test accuracy of assemblies over their number of neurons: means and standard deviations of"
            + " "
            + method
            + " (after Fig. 3 of the ESANN paper).",
        460,
        380,
        panels.stream().map(SizeCurves::chart).toList(),
        2);
  }

  private static JFreeChart chart(Panel panel) {
    NumberAxis sizes = Style.wholeAxis("neurons N");
    sizes.setAutoRangeIncludesZero(true);
    LinePlot plot = new LinePlot(sizes, Style.axis("test accuracy"));
    for (int i = 0; i < panel.curves().size(); i++) {
      Curve curve = panel.curves().get(i);
      plot.bars(curve.neuron(), curve.sizes(), curve.mean(), curve.std(), Palette.at(i).color());
    }
    return Style.chart(panel.dataset(), plot.plot(), true);
  }
}
