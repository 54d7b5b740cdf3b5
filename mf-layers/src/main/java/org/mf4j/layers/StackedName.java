package org.mf4j.layers;

/**
 * The name of a parameter or state of a {@link RecurrentStack}: the index of the layer, then the
 * layer's own name, which does not start with a digit. No separator: DL4J's graphs split names at
 * underscores.
 *
 * @param layer the index of the layer in the stack
 * @param own the name in that layer
 */
record StackedName(int layer, String own) {
  static StackedName of(String name) {
    int digits = 0;
    while (digits < name.length() && Character.isDigit(name.charAt(digits))) {
      digits++;
    }
    if (digits == 0) {
      throw new IllegalArgumentException(
          "\"" + name + "\": names in a RecurrentStack start with the index of a layer, as \"0W\"");
    }
    return new StackedName(Integer.parseInt(name.substring(0, digits)), name.substring(digits));
  }

  @Override
  public String toString() {
    return layer + own;
  }
}
