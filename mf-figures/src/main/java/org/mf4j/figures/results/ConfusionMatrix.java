package org.mf4j.figures.results;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.mf4j.figures.Figure;
import org.mf4j.figures.Picture;
import org.mf4j.figures.plot.HeatMap;
import org.mf4j.figures.style.ColourScale;
import org.mf4j.figures.style.Style;

/**
 * How often each class was taken for each.
 *
 * @param title the title
 * @param classes the labels
 * @param counts {@code [true class][predicted class]}
 */
// Bulk numbers stay in arrays; a matrix is compared by reference.
@SuppressWarnings("ArrayRecordComponent")
public record ConfusionMatrix(String title, List<String> classes, int[][] counts)
    implements Picture {
  private static final int FRAME = 190;
  private static final int CELL = 56;
  private static final int SMALLEST = 400;
  private static final int LARGEST = 900;

  /** As quiet as can still be read, 4.5 to 1 on white. */
  private static final Color ZERO = new Color(0x767676);

  /** The labels are a copy. */
  public ConfusionMatrix {
    classes = List.copyOf(classes);
  }

  /**
   * The matrix of some predictions.
   *
   * @param title the title
   * @param classes the labels
   * @param truth per series the index of its class
   * @param predicted per series the index of the predicted class
   * @return the matrix
   */
  public static ConfusionMatrix of(
      String title, List<String> classes, double[] truth, double[] predicted) {
    int[][] counts = new int[classes.size()][classes.size()];
    for (int i = 0; i < truth.length; i++) {
      counts[(int) truth[i]][(int) predicted[i]]++;
    }
    return new ConfusionMatrix(title, classes, counts);
  }

  @Override
  public Figure figure() {
    int n = classes.size();
    HeatMap map =
        new HeatMap(
            upsideDown(),
            new Rectangle2D.Double(-.5, -.5, n, n),
            ColourScale.blues(Math.max(1, largest())));
    XYPlot plot = map.plot(axis("predicted class", false), axis("true class", true));
    for (int truth = 0; truth < n; truth++) {
      for (int predicted = 0; predicted < n; predicted++) {
        plot.addAnnotation(count(predicted, n - 1 - truth, counts[truth][predicted]));
      }
    }
    JFreeChart chart = Style.chart(title, plot, false);
    int side = Math.min(LARGEST, Math.max(SMALLEST, FRAME + CELL * n));
    return new Figure(
        "confusion-matrix",
        title + ": counts of test series; a perfect model fills the diagonal only.",
        side + 60,
        side,
        chart);
  }

  /** The first class on top, as a table has it. */
  private SymbolAxis axis(String label, boolean reversed) {
    String[] labels = classes.toArray(new String[0]);
    if (reversed) {
      for (int i = 0; i < labels.length; i++) {
        labels[i] = classes.get(labels.length - 1 - i);
      }
    }
    SymbolAxis axis = Style.style(new SymbolAxis(label, labels));
    axis.setGridBandsVisible(false);
    axis.setTickMarksVisible(false);
    axis.setVerticalTickLabels(!reversed && longestLabel() > CELL / 9);
    return axis;
  }

  private int longestLabel() {
    return classes.stream().mapToInt(String::length).max().orElse(0);
  }

  private double[][] upsideDown() {
    double[][] cells = new double[counts.length][];
    for (int i = 0; i < counts.length; i++) {
      cells[i] = Arrays.stream(counts[counts.length - 1 - i]).asDoubleStream().toArray();
    }
    return cells;
  }

  private int largest() {
    return Arrays.stream(counts).flatMapToInt(Arrays::stream).max().orElse(1);
  }

  private XYTextAnnotation count(int x, int y, int count) {
    XYTextAnnotation text = new XYTextAnnotation(String.valueOf(count), x, y);
    text.setFont(Style.SMALL);
    text.setPaint(count > .6 * largest() ? Color.WHITE : count == 0 ? ZERO : Style.INK);
    return text;
  }
}
