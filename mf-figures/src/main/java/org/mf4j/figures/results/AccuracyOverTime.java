package org.mf4j.figures.results;

import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.mf4j.figures.Figure;
import org.mf4j.figures.Picture;
import org.mf4j.figures.plot.LinePlot;
import org.mf4j.figures.style.Palette;
import org.mf4j.figures.style.Style;

/**
 * What models reach, over the time that it takes to fit them: up and to the left is better.
 *
 * @param name the name of the files
 * @param title what was fitted, and where
 * @param models a point each, with a bar of a standard deviation
 */
public record AccuracyOverTime(String name, String title, List<Model> models) implements Picture {
  /**
   * What one model reached.
   *
   * @param name as the legend has it
   * @param seconds the time of one fit
   * @param accuracy the mean
   * @param std the standard deviation
   */
  public record Model(String name, double seconds, double accuracy, double std) {}

  @Override
  public Figure figure() {
    NumberAxis accuracy = Style.axis("test accuracy");
    accuracy.setAutoRangeIncludesZero(false);
    LinePlot plot = new LinePlot(Style.logAxis("seconds for one fit"), accuracy);
    for (int i = 0; i < models.size(); i++) {
      Model model = models.get(i);
      plot =
          plot.bars(
              model.name(),
              new double[] {model.seconds()},
              new double[] {model.accuracy()},
              new double[] {model.std()},
              Palette.at(i).color());
    }
    return new Figure(
        name,
        "Test accuracy over the time of a fit, mean and standard deviation; up and to the left is"
            + " better.",
        720,
        420,
        Style.chart(title, plot.plot(), true));
  }
}
