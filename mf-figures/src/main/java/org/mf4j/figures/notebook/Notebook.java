package org.mf4j.figures.notebook;

import org.mf4j.figures.Figure;
import org.mf4j.figures.Picture;
import org.mf4j.figures.report.Table;

/**
 * Shows results below the cell of a Jupyter notebook that is being run. The kernel is found when
 * something is shown: rapaio-jupyter-kernel, JJava or IJava. Outside a notebook the same calls
 * print text: a table as aligned columns, a picture as a line with its name and caption.
 */
public final class Notebook {
  private Notebook() {}

  /**
   * Shows a picture as PNG, with its caption below.
   *
   * @param figure the picture
   * @throws IllegalStateException if the kernel refuses it
   */
  public static void show(Figure figure) {
    Output.current().figure(figure);
  }

  /**
   * Draws and shows a picture.
   *
   * @param picture the data of the picture
   * @throws IllegalStateException if the kernel refuses it
   */
  public static void show(Picture picture) {
    show(picture.figure());
  }

  /**
   * Shows a table as HTML.
   *
   * @param table the table
   * @throws IllegalStateException if the kernel refuses it
   */
  public static void show(Table table) {
    Output.current().table(table);
  }
}
