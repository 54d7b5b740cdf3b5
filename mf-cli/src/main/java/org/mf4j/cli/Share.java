package org.mf4j.cli;

import org.mf4j.data.series.Split;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a share of a set, above 0 and below 1. */
final class Share implements ITypeConverter<Double> {
  @Override
  public Double convert(String text) {
    try {
      double share = Double.parseDouble(text);
      Split.requireFraction(share);
      return share;
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("'" + text + "' does not lie between 0 and 1.");
    }
  }
}
