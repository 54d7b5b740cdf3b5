package org.mf4j.cli.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mf4j.cli.options.Converter;
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
    private static final Pattern RANGE = Pattern.compile("(.+?)\\.\\.(.+)/(\\d{1,4})");

    VariedValues() {
      super(VariedValues::read, List.of());
    }

    private static Dimension read(String text) {
      String[] drawn = text.split("~", 2);
      if (drawn.length == 2 && !drawn[0].contains("=")) {
        Setting<?> setting = Setting.of(drawn[0].strip());
        return Dimension.drawn(setting, Distribution.FORM.read(drawn[1]));
      }
      String[] parts = text.split("=", 2);
      if (parts.length < 2) {
        throw new IllegalArgumentException("'" + text + "' is not NAME=VALUE,VALUE,...");
      }
      return dimension(Setting.of(parts[0]), parts[1]);
    }

    private static Dimension dimension(Setting<?> setting, String values) {
      Matcher range = RANGE.matcher(values);
      if (range.matches()) {
        return Dimension.logSpaced(
            setting,
            TextForm.NUMBER.read(range.group(1)),
            TextForm.NUMBER.read(range.group(2)),
            Integer.parseInt(range.group(3)));
      }
      return new Dimension.Values(setting, TextForm.parts(values));
    }
  }
}
