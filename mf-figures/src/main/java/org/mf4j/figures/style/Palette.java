package org.mf4j.figures.style;

import java.awt.Color;

/**
 * The colours of categories: Okabe and Ito, <i>Color Universal Design</i> (2008), which people of
 * every kind of colour vision can tell apart. Yellow comes last, being pale on white.
 */
public enum Palette {
  /** #0072B2. */
  BLUE(0x0072B2),
  /** #E69F00. */
  ORANGE(0xE69F00),
  /** #009E73. */
  GREEN(0x009E73),
  /** #D55E00. */
  VERMILION(0xD55E00),
  /** #CC79A7. */
  PURPLE(0xCC79A7),
  /** #56B4E9. */
  SKY(0x56B4E9),
  /** #000000. */
  BLACK(0x000000),
  /** #F0E442. */
  YELLOW(0xF0E442);

  private final Color color;

  Palette(int rgb) {
    this.color = new Color(rgb);
  }

  /**
   * The colour of the n-th category.
   *
   * @param index from 0; after the last colour the first comes again
   * @return the colour
   */
  public static Palette at(int index) {
    return values()[Math.floorMod(index, values().length)];
  }

  /** {@return the colour itself} */
  public Color color() {
    return color;
  }

  /** {@return the colour mixed with two parts of white: a reference beside a result} */
  public Color tint() {
    return new Color(
        (color.getRed() + 510) / 3, (color.getGreen() + 510) / 3, (color.getBlue() + 510) / 3);
  }
}
