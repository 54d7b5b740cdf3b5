package org.mf4j.figures.results;

import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.axis.NumberAxis;
import org.mf4j.figures.Figure;
import org.mf4j.figures.Picture;
import org.mf4j.figures.plot.LinePlot;
import org.mf4j.figures.style.Palette;
import org.mf4j.figures.style.Style;

/**
 * The loss of every epoch, one line per trial, one colour per model.
 *
 * @param curves the models, at least one
 */
public record LearningCurves(List<Curve> curves) implements Picture {
  /** The curves are a copy. */
  public LearningCurves {
    curves = List.copyOf(curves);
  }

  /**
   * The trials of one model.
   *
   * @param model its name
   * @param colour its colour
   * @param losses per trial the loss of epoch 1, 2, ..., above 0
   */
  public record Curve(String model, Palette colour, List<double[]> losses) {
    /** The list of trials is a copy. */
    public Curve {
      losses = List.copyOf(losses);
    }
  }

  @Override
  public Figure figure() {
    NumberAxis epochs = Style.wholeAxis("epoch");
    epochs.setRange(0, longest());
    LinePlot plot = new LinePlot(epochs, Style.logAxis("loss (mean per series)"));
    for (Curve curve : curves) {
      for (int trial = 0; trial < curve.losses().size(); trial++) {
        add(plot, curve, trial);
      }
    }
    return new Figure(
        "learning-curves",
        "Loss of every epoch, one line per trial; a line ends where early stopping ended"
            + " the trial.",
        560,
        380,
        Style.chart("Learning curves", plot.plot(), true));
  }

  private int longest() {
    return curves.stream()
        .flatMap(curve -> curve.losses().stream())
        .mapToInt(losses -> losses.length)
        .max()
        .orElseThrow();
  }

  private static void add(LinePlot plot, Curve curve, int trial) {
    double[] losses = curve.losses().get(trial);
    double[] epochs = IntStream.rangeClosed(1, losses.length).asDoubleStream().toArray();
    if (trial == 0) {
      plot.line(curve.model(), epochs, losses, curve.colour().color(), Style.THIN);
    } else {
      plot.silentLine(epochs, losses, curve.colour().color(), Style.THIN);
    }
  }
}
