package org.mf4j.figures.notebook;

import java.io.PrintStream;
import org.mf4j.figures.Figure;

/** Plain text, for programs that run outside a notebook. */
record Console(PrintStream out) implements Output {
  @Override
  public void figure(Figure figure) {
    out.println((figure.name() + ": " + figure.caption()).strip());
  }

  @Override
  public void table(Table table) {
    out.println(table.text());
  }
}
