package org.mf4j.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a whole number of 1 or more. */
class Count implements ITypeConverter<Integer> {
  private final int largest;

  Count() {
    this(Integer.MAX_VALUE);
  }

  private Count(int largest) {
    this.largest = largest;
  }

  @Override
  public Integer convert(String text) {
    try {
      int value = Integer.parseInt(text);
      if (value >= 1 && value <= largest) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw refusal(text);
    }
    throw refusal(text);
  }

  private TypeConversionException refusal(String text) {
    return new TypeConversionException(
        "'" + text + "' is not a whole number from 1 to " + largest + ".");
  }

  /** Reads a number of neurons: the N x N recurrent weights of more would not fit a Java array. */
  static final class Units extends Count {
    Units() {
      super(20_000);
    }
  }
}
