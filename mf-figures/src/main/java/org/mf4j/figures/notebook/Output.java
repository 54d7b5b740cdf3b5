package org.mf4j.figures.notebook;

import org.mf4j.figures.Figure;

/** Where results are shown. */
interface Output {
  /** Shows a picture and its caption. */
  void figure(Figure figure);

  /** Shows a table and its title. */
  void table(Table table);
}
