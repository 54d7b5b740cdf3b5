package org.mf4j.figures.results;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
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
  /** More lines hide each other. */
  private static final int LINES = 4;

  private static final int MOST_PANELS = 12;
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
   * @param lines the first channels of some of its series
   */
  public record Panel(String title, List<double[]> lines) {
    /** The list is a copy. */
    public Panel {
      lines = List.copyOf(lines);
    }
  }

  /**
   * The first series of each class.
   *
   * @param set the set
   * @return the first channel of up to four series of each of the first twelve classes
   */
  public static SeriesByClass of(SeriesSet set) {
    List<Panel> panels = new ArrayList<>();
    List<String> occurring = set.isClassification() ? set.occurringClasses() : List.of();
    for (String label : occurring.subList(0, Math.min(MOST_PANELS, occurring.size()))) {
      int index = set.classes().indexOf(label);
      panels.add(panel(label, set.series().stream().filter(one -> one.target() == index).toList()));
    }
    if (panels.isEmpty()) {
      panels.add(panel("series", set.series()));
    }
    String caption =
        "The first series of every class"
            + (set.channels() > 1 ? ", the first of " + set.channels() + " channels" : "")
            + (occurring.size() > MOST_PANELS
                ? "; the first %d of %d classes.".formatted(MOST_PANELS, occurring.size())
                : ".");
    return new SeriesByClass(caption, panels);
  }

  private static Panel panel(String name, List<Series> series) {
    return new Panel(
        "%s (%d)".formatted(name, series.size()),
        series.stream().limit(LINES).map(one -> one.channels()[0]).toList());
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
