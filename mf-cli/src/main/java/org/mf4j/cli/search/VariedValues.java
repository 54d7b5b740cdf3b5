package org.mf4j.cli.search;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mf4j.cli.options.Converter;
import org.mf4j.search.Dimension;
import org.mf4j.search.Hyperparameter;

/** Reads an axis of a grid: {@code gamma=.5,.8,1}, or {@code lambda=0.001..1000/7}. */
final class VariedValues extends Converter<Dimension> {
  private static final Pattern RANGE = Pattern.compile("(.+?)\\.\\.(.+)/(\\d{1,4})");

  VariedValues() {
    super(VariedValues::read, List.of());
  }

  private static Dimension read(String text) {
    String[] parts = text.split("=", 2);
    if (parts.length < 2) {
      throw new IllegalArgumentException("'" + text + "' is not NAME=VALUE,VALUE,...");
    }
    Hyperparameter name = Hyperparameter.of(parts[0]);
    try {
      return dimension(name, parts[1]);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' has a value that is no number.", e);
    }
  }

  private static Dimension dimension(Hyperparameter name, String values) {
    Matcher range = RANGE.matcher(values);
    if (range.matches()) {
      return Dimension.logSpaced(
          name,
          Double.parseDouble(range.group(1)),
          Double.parseDouble(range.group(2)),
          Integer.parseInt(range.group(3)));
    }
    return new Dimension(name, Arrays.stream(values.split(",", -1)).map(Double::valueOf).toList());
  }
}
