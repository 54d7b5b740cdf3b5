package org.mf4j.figures.results;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.mf4j.figures.Figure;
import org.mf4j.figures.Picture;
import org.mf4j.figures.plot.LinePlot;
import org.mf4j.figures.style.Palette;
import org.mf4j.figures.style.Style;

/**
 * A few series of every class, as a look at new data.
 *
 * @param caption what the picture shows, and what it leaves out
 * @param panels one per class; one for all series that have none
 */
public record SeriesByClass(String caption, List<Panel> panels) implements Picture {
  private static final int COLUMNS = 3;
  private static final int WIDTH = 320;
  private static final int HEIGHT = 220;

  /** The panels are a copy. */
  public SeriesByClass {
    panels = List.copyOf(panels);
  }

  /**
   * One class.
   *
   * @param title its name and its size
   * @param lines some of its series, one channel each
   */
  public record Panel(String title, List<double[]> lines) {
    /** The list is a copy. */
    public Panel {
      lines = List.copyOf(lines);
    }
  }

  @Override
  public Figure figure() {
    return new Figure(
        "series",
        caption,
        WIDTH,
        HEIGHT,
        panels.stream().map(SeriesByClass::chart).toList(),
        Math.min(COLUMNS, panels.size()));
  }

  private static JFreeChart chart(Panel panel) {
    LinePlot plot = new LinePlot(Style.wholeAxis("step"), Style.axis(null));
    for (int i = 0; i < panel.lines().size(); i++) {
      double[] y = panel.lines().get(i);
      double[] steps = IntStream.range(0, y.length).asDoubleStream().toArray();
      Color colour = Palette.at(i).color();
      plot.silentLine(steps, y, colour, Style.THIN);
    }
    return Style.chart(panel.title(), plot.plot(), false);
  }
}
