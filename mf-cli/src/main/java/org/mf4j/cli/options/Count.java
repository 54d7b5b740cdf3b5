package org.mf4j.cli.options;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a whole number of 1 or more. */
public class Count implements ITypeConverter<Integer> {
  private final int largest;

  Count() {
    this(Integer.MAX_VALUE);
  }

  private Count(int largest) {
    this.largest = largest;
  }

  @Override
  public Integer convert(String text) {
    // Nine digits at most: always an int.
    if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < 1) {
      throw new TypeConversionException("'" + text + "' is not a whole number of 1 or more.");
    }
    int value = Integer.parseInt(text);
    if (value > largest) {
      throw new TypeConversionException("'" + text + "' is more than " + largest + ".");
    }
    return value;
  }

  /** Reads a number of neurons: the N x N recurrent weights of more would not fit a Java array. */
  public static final class Units extends Count {
    public Units() {
      super(40_000);
    }
  }
}
