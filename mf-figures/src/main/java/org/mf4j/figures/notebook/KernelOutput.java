package org.mf4j.figures.notebook;

import org.mf4j.figures.Figure;
import org.mf4j.figures.html.HtmlText;

/** The output of a cell: PNG and HTML, which every front end and code host renders. */
abstract class KernelOutput implements Output {
  /** Widest picture, in pixels: about the column of a notebook. */
  private static final double WIDEST = 960;

  /** Most pixels per layout pixel: sharp enough to read, and small in the notebook's file. */
  private static final double SHARPEST = 1.5;

  @Override
  public void figure(Figure figure) {
    double scale = Math.min(SHARPEST, WIDEST / figure.totalWidth());
    display("image/png", FewColours.of(figure.image(scale)));
    if (!figure.caption().isBlank()) {
      display("text/html", HtmlText.paragraph(figure.caption()));
    }
  }

  @Override
  public void table(Table table) {
    display("text/html", table.html());
  }

  /** Hands one result to the kernel: an image, or text of the MIME type. */
  abstract void display(String mimeType, Object content);
}
