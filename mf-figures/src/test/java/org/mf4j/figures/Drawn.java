package org.mf4j.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYDataset;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Checks that every figure must pass, and ways to look into one. */
public final class Drawn {
  private Drawn() {}

  /** Writes the figure and reads both files back: an image of the size, and well-formed SVG. */
  public static Figure checked(Picture picture, Path folder) {
    Figure figure = picture.figure();
    try {
      List<Path> files = figure.write(folder);
      BufferedImage png = ImageIO.read(files.get(0).toFile());
      assertThat(png.getWidth()).isEqualTo(figure.totalWidth() * Figure.PNG_SCALE);
      assertThat(png.getHeight()).isEqualTo(figure.totalHeight() * Figure.PNG_SCALE);
      Document svg = xml(Files.readString(files.get(1)));
      assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
      assertThat(svg.getDocumentElement().getAttribute("viewBox").split(" "))
          .extracting(Double::valueOf)
          .containsExactly(0., 0., (double) figure.totalWidth(), (double) figure.totalHeight());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return figure;
  }

  /** Parses XML. */
  public static Document xml(String text) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(text)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError(text, e);
    }
  }

  /** The plot of a panel. */
  public static XYPlot plot(Figure figure, int panel) {
    return figure.panels().get(panel).getXYPlot();
  }

  /** The ordinates of the only series of a dataset. */
  public static double[] ordinates(XYDataset dataset) {
    double[] y = new double[dataset.getItemCount(0)];
    for (int i = 0; i < y.length; i++) {
      y[i] = dataset.getYValue(0, i);
    }
    return y;
  }
}
