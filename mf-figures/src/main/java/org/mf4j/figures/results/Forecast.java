package org.mf4j.figures.results;

import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.mf4j.figures.Figure;
import org.mf4j.figures.Picture;
import org.mf4j.figures.plot.LinePlot;
import org.mf4j.figures.style.Palette;
import org.mf4j.figures.style.Style;

/**
 * A forecast against what came, over time, with its error below.
 *
 * @param title the title
 * @param quantity what is forecast, with its unit
 * @param truth what came
 * @param forecast what was forecast for the same steps, as many
 */
// Bulk numbers stay in arrays; compared by reference.
@SuppressWarnings("ArrayRecordComponent")
public record Forecast(String title, String quantity, double[] truth, double[] forecast)
    implements Picture {
  @Override
  public Figure figure() {
    double[] steps = IntStream.range(0, truth.length).asDoubleStream().toArray();
    double[] error =
        IntStream.range(0, truth.length).mapToDouble(i -> forecast[i] - truth[i]).toArray();
    NumberAxis time = Style.wholeAxis("step t");
    time.setRange(0, Math.max(1, truth.length - 1));
    LinePlot above =
        new LinePlot(null, Style.axis(quantity))
            .line("forecast", steps, forecast, Palette.VERMILION.color(), Style.DASHED)
            .line("truth", steps, truth, Style.INK, Style.THIN);
    LinePlot below =
        new LinePlot(null, Style.dense(Style.axis("error")))
            .line("forecast - truth", steps, error, Palette.BLUE.color(), Style.THIN);
    CombinedDomainXYPlot plot = new CombinedDomainXYPlot(time);
    Style.plot(plot);
    plot.setGap(14);
    plot.add(above.plot(), 3);
    plot.add(below.plot(), 1);
    JFreeChart chart = Style.chart(title, plot, true);
    return new Figure(
        "forecast", title + ": the forecast, what came, and the difference.", 720, 420, chart);
  }
}
