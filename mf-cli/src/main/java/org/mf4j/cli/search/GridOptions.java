package org.mf4j.cli.search;

import java.util.ArrayList;
import java.util.List;
import org.mf4j.cli.options.Converter;
import org.mf4j.cli.options.NamedValues;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.Setting;
import org.mf4j.options.Distribution;
import org.mf4j.options.TextForm;
import org.mf4j.papers.AplGrids;
import org.mf4j.search.Dimension;
import org.mf4j.search.Grid;
import picocli.CommandLine.Option;

/** The options that say what a search varies. */
final class GridOptions {
  @Option(
      names = "--grid",
      paramLabel = "NAME",
      description = "apl: the grid of the APL paper for the model. Without it, see --vary.")
  private Preset preset;

  @Option(
      names = "--vary",
      paramLabel = "NAME=VALUES",
      converter = VariedValues.class,
      description =
          "A setting and its values, for example gamma=.5,.8,1 or, evenly spaced on a logarithmic"
              + " scale, lambda=.001..1000/7; or names, topology=ring(.9),dense(.9); or, with"
              + " --strategy random, a range, deltaT~log-uniform(.01,.1). Values that are lists are"
              + " separated by semicolons. Repeat it for more; beside --grid it adds to the grid or"
              + " replaces values of it.")
  private List<Dimension> varied = List.of();

  private enum Preset {
    apl
  }

  /** The grid over some settings. */
  Grid over(ModelSettings base) {
    List<Dimension> dimensions =
        new ArrayList<>(preset == null ? List.of() : AplGrids.of(base.kind()).dimensions());
    for (Dimension dimension : varied) {
      dimensions.removeIf(old -> old.setting().equals(dimension.setting()));
    }
    dimensions.addAll(varied);
    if (dimensions.isEmpty()) {
      throw new IllegalArgumentException(
          "There is nothing to search; name --grid apl, or --vary NAME=VALUE,VALUE.");
    }
    return new Grid(base, dimensions);
  }

  /**
   * Reads an axis of a grid: {@code gamma=.5,.8,1}, {@code lambda=0.001..1000/7}, or the range
   * {@code deltaT~log-uniform(.01,.1)}.
   */
  static final class VariedValues extends Converter<Dimension> {
    VariedValues() {
      super(VariedValues::read, List.of());
    }

    private static Dimension read(String text) {
      String[] drawn = text.split("~", 2);
      if (drawn.length == 2 && !drawn[0].contains("=")) {
        Setting<?> setting = Setting.of(drawn[0].strip());
        return Dimension.drawn(setting, Distribution.FORM.read(drawn[1]));
      }
      NamedValues named = NamedValues.of(text);
      Setting<?> setting = Setting.of(named.name());
      return named
          .range()
          .map(range -> Dimension.logSpaced(setting, range.first(), range.last(), range.count()))
          .orElseGet(() -> new Dimension.Values(setting, TextForm.parts(named.values())));
    }
  }
}
