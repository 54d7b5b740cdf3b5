package org.mf4j.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mf4j.models.Setting;
import org.mf4j.options.TextForm;
import org.mf4j.search.Dimension;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an axis of a grid: {@code gamma=.5,.8,1}, or {@code lambda=0.001..1000/7}. */
final class VariedValues implements ITypeConverter<Dimension> {
  private static final Pattern RANGE = Pattern.compile("(.+?)\\.\\.(.+)/(\\d{1,4})");

  @Override
  public Dimension convert(String text) {
    String[] parts = text.split("=", 2);
    if (parts.length < 2) {
      throw new TypeConversionException("'" + text + "' is not NAME=VALUE,VALUE,...");
    }
    try {
      return dimension(Setting.of(parts[0]), parts[1]);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
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
