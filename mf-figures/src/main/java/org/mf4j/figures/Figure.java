package org.mf4j.figures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;
import org.mf4j.files.WholeFile;

/**
 * One or more charts in a grid, with a name and a caption. Needs no display.
 *
 * @param name the name of its files without their endings, of letters, digits and hyphens
 * @param caption one or two sentences that say what is seen; plain text
 * @param width width of one panel in pixels of 1/96 inch, positive
 * @param height height of one panel, likewise
 * @param panels the charts, row by row, at least one
 * @param columns panels per row, positive
 */
public record Figure(
    String name, String caption, int width, int height, List<JFreeChart> panels, int columns) {
  /** Pixels of a PNG per pixel of the layout, so that it stays sharp in print and when zoomed. */
  public static final int PNG_SCALE = 2;

  /**
   * The name is a file name, the sizes are positive and there is a panel.
   *
   * @throws IllegalArgumentException if the name is no file name, a size is not positive or there
   *     is no panel
   */
  public Figure {
    panels = List.copyOf(panels);
    require(name.matches("[A-Za-z0-9-]+"), "name", name, "letters, digits and hyphens");
    require(width > 0, "width", width, "positive");
    require(height > 0, "height", height, "positive");
    require(!panels.isEmpty(), "panels", panels.size(), "at least 1");
    require(columns > 0, "columns", columns, "positive");
  }

  /**
   * A figure of one chart.
   *
   * @param name as above
   * @param caption as above
   * @param width as above
   * @param height as above
   * @param chart the chart
   */
  public Figure(String name, String caption, int width, int height, JFreeChart chart) {
    this(name, caption, width, height, List.of(chart), 1);
  }

  private static void require(boolean valid, String field, Object value, String range) {
    if (!valid) {
      throw new IllegalArgumentException(field + " = " + value + ": must be " + range);
    }
  }

  /** {@return the width of the whole figure in layout pixels} */
  public int totalWidth() {
    return width * Math.min(columns, panels.size());
  }

  /** {@return the height of the whole figure in layout pixels} */
  public int totalHeight() {
    return height * ((panels.size() + columns - 1) / columns);
  }

  /** {@return the figure as an image, {@value #PNG_SCALE} pixels per layout pixel} */
  public BufferedImage image() {
    return image(PNG_SCALE);
  }

  /**
   * The figure as an image.
   *
   * @param scale pixels per layout pixel, positive
   * @return the image
   */
  public BufferedImage image(double scale) {
    int pixelsWide = (int) Math.ceil(totalWidth() * scale);
    int pixelsHigh = (int) Math.ceil(totalHeight() * scale);
    BufferedImage image = new BufferedImage(pixelsWide, pixelsHigh, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    try {
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      g.scale(scale, scale);
      draw(g);
    } finally {
      g.dispose();
    }
    return image;
  }

  /** {@return the figure as one {@code <svg>} element; its text stays text} */
  public String svg() {
    SVGGraphics2D g = new SVGGraphics2D(totalWidth(), totalHeight());
    // The default prefix is the time: pictures would differ from run to run.
    g.setDefsKeyPrefix(name + "-");
    draw(g);
    return g.getSVGElement(null, true, new ViewBox(0, 0, totalWidth(), totalHeight()), null, null);
  }

  private void draw(Graphics2D g) {
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, totalWidth(), totalHeight());
    for (int i = 0; i < panels.size(); i++) {
      int left = width * (i % columns);
      int top = height * (i / columns);
      panels.get(i).draw(g, new Rectangle2D.Double(left, top, width, height));
    }
  }

  /**
   * Writes {@code name.png} and {@code name.svg}, each whole or not at all.
   *
   * @param folder the folder to write to
   * @return the two files
   * @throws IOException if writing fails
   */
  public List<Path> write(Path folder) throws IOException {
    Path png = folder.resolve(name + ".png");
    Path svg = folder.resolve(name + ".svg");
    new WholeFile(png).write(file -> Files.write(file, png()));
    new WholeFile(svg).write(file -> Files.writeString(file, svg()));
    return List.of(png, svg);
  }

  /** In memory first: the encoder would not say that a disk is full. */
  private byte[] png() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image(), "png", bytes);
    return bytes.toByteArray();
  }
}
