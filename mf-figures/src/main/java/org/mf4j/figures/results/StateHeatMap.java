package org.mf4j.figures.results;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.mf4j.figures.Figure;
import org.mf4j.figures.Picture;
import org.mf4j.figures.plot.HeatMap;
import org.mf4j.figures.plot.LinePlot;
import org.mf4j.figures.style.ColourScale;
import org.mf4j.figures.style.Style;

/**
 * The states of a reservoir over time below the series that drives it; neurons are sorted by their
 * mean state.
 *
 * @param title the title
 * @param input the series x(1), ..., x(T)
 * @param states {@code [N][T]}, in [0, 1]
 */
// Bulk numbers stay in arrays; compared by reference.
@SuppressWarnings("ArrayRecordComponent")
public record StateHeatMap(String title, double[] input, double[][] states) implements Picture {
  @Override
  public Figure figure() {
    int steps = input.length;
    NumberAxis time = Style.wholeAxis("step t");
    double[] t = IntStream.rangeClosed(1, steps).asDoubleStream().toArray();
    LinePlot above =
        new LinePlot(null, Style.axis("input x(t)")).silentLine(t, input, Style.INK, Style.THIN);
    double[][] sorted = sorted();
    HeatMap map =
        new HeatMap(sorted, new Rectangle2D.Double(.5, .5, steps, sorted.length), colours(sorted));
    CombinedDomainXYPlot plot = new CombinedDomainXYPlot(time);
    Style.plot(plot);
    plot.setGap(10);
    plot.add(above.plot(), 1);
    plot.add(map.plot(time, Style.wholeAxis("neuron, by mean state")), 3);
    JFreeChart chart = Style.chart(title, plot, false);
    map.addScale(chart, "state h");
    return new Figure(
        "reservoir-states",
        title + ": one row per neuron, sorted by mean state, below the series that drives them.",
        640,
        480,
        chart);
  }

  private double[][] sorted() {
    double[][] rows = states.clone();
    Arrays.sort(rows, Comparator.comparingDouble(row -> Arrays.stream(row).sum()));
    return rows;
  }

  private static ColourScale colours(double[][] values) {
    double largest = Arrays.stream(values).flatMapToDouble(Arrays::stream).max().orElseThrow();
    return ColourScale.viridis(0, largest > 0 ? largest : 1);
  }
}
