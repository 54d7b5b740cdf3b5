package org.mf4j.figures;

/** Data that can be drawn. One class per kind of picture; its components are what it shows. */
@FunctionalInterface
public interface Picture {
  /**
   * Draws the data.
   *
   * @return a new figure, ready to be written
   */
  Figure figure();
}
