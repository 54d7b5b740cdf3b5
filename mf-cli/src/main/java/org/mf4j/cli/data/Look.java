package org.mf4j.cli.data;

import java.util.ArrayList;
import java.util.List;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.figures.results.SeriesByClass;

/** Which series of a set are drawn. */
final class Look {
  /** More lines hide each other. */
  private static final int LINES = 4;

  private static final int MOST_PANELS = 12;

  private Look() {}

  /** The first channel of the first series of each of the first classes. */
  static SeriesByClass at(SeriesSet set) {
    List<SeriesByClass.Panel> panels = new ArrayList<>();
    List<String> occurring = set.isClassification() ? set.occurringClasses() : List.of();
    for (String label : occurring.subList(0, Math.min(MOST_PANELS, occurring.size()))) {
      int index = set.classes().indexOf(label);
      panels.add(
          panel(
              "class " + label,
              set.series().stream().filter(one -> one.target() == index).toList()));
    }
    if (panels.isEmpty()) {
      panels.add(panel("all", set.series()));
    }
    String caption =
        "The first series of every class"
            + (set.channels() > 1 ? ", the first of " + set.channels() + " channels" : "")
            + (occurring.size() > MOST_PANELS
                ? "; the first %d of %d classes.".formatted(MOST_PANELS, occurring.size())
                : ".");
    return new SeriesByClass(caption, panels);
  }

  private static SeriesByClass.Panel panel(String name, List<Series> series) {
    return new SeriesByClass.Panel(
        "%s: %d series".formatted(name, series.size()),
        series.stream().limit(LINES).map(one -> one.channels()[0]).toList());
  }
}
