package org.mf4j.figures.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.figures.Drawn;
import org.mf4j.figures.Figure;
import org.mf4j.figures.style.Palette;
import org.mf4j.figures.style.Style;

class LineChartTest {
  private static final LineChart EMPTY = new LineChart("Two neurons, Δt = 0.1", "step t", "state");

  private final double[] x = {1, 2, 4};

  @TempDir private Path folder;

  @Test
  void marksTakeTheColoursInTurnAndReferencesNone() {
    LineChart chart =
        EMPTY
            .line("first", new double[] {3, 2, 1})
            .reference("bound", x, new double[] {5, 5, 5})
            .points("second", x, new double[] {1, 2, 3});
    Figure figure = Drawn.checked(chart, folder);
    XYPlot plot = Drawn.plot(figure, 0);
    assertThat(plot.getDataset(0).getXValue(0, 2)).isEqualTo(2);
    assertThat(Drawn.ordinates(plot.getDataset(0))).containsExactly(3, 2, 1);
    assertThat(plot.getDataset(2).getXValue(0, 2)).isEqualTo(4);
    LegendItemCollection legend = plot.getLegendItems();
    assertThat(legend.getItemCount()).isEqualTo(3);
    assertThat(legend.get(0).getLinePaint()).isEqualTo(Palette.at(0).color());
    assertThat(legend.get(1).getLinePaint()).isEqualTo(Style.INK);
    LegendItem points = legend.get(2);
    assertThat(points.getFillPaint()).isEqualTo(Palette.at(1).color());
    assertThat(points.isLineVisible()).isFalse();
    assertThat(plot.getDomainAxis().getLabel()).isEqualTo("step t");
    assertThat(plot.getRangeAxis().getLabel()).isEqualTo("state");
  }

  @Test
  void chartsOfTwoTitlesAreTwoFiles() {
    assertThat(EMPTY.figure().name()).isEqualTo("chart-two-neurons-t-0-1");
    assertThat(new LineChart("λ", "x", "y").figure().name()).isEqualTo("chart");
  }

  @Test
  void addingLeavesTheOtherChartAsItIs() {
    EMPTY.line("more", x).withLogY();
    assertThat(EMPTY.marks()).isEmpty();
    assertThat(EMPTY.logY()).isFalse();
  }

  @Test
  void aLineWithoutANameIsNotInTheLegend() {
    LineChart chart = EMPTY.reference("", x, x).line("named", x, x);
    XYPlot plot = Drawn.plot(Drawn.checked(chart, folder), 0);
    assertThat(plot.getLegendItems().getItemCount()).isEqualTo(1);
    assertThat(plot.getDatasetCount()).isEqualTo(2);
  }

  @Test
  void whatALogarithmicAxisCannotShowInterruptsTheLine() {
    double[] y = {1, 0, Double.POSITIVE_INFINITY};
    XYPlot linear = Drawn.plot(Drawn.checked(EMPTY.line("gap", x, y), folder), 0);
    assertThat(Drawn.ordinates(linear.getDataset(0))).containsExactly(1, 0, Double.NaN);
    LineChart chart = EMPTY.line("gap", new double[] {-1, 1, 10}, y).withLogY();
    XYPlot logarithmic = Drawn.plot(Drawn.checked(chart, folder), 0);
    assertThat(Drawn.ordinates(logarithmic.getDataset(0)))
        .containsExactly(1, Double.NaN, Double.NaN);
    assertThat(logarithmic.getDataset(0).getXValue(0, 0)).isEqualTo(-1);
    assertThat(logarithmic.getDomainAxis()).isNotInstanceOf(LogAxis.class);
    assertThat(logarithmic.getRangeAxis()).isInstanceOf(LogAxis.class);
  }

  @Test
  void unequalLengthsAreRefused() {
    assertThatThrownBy(() -> EMPTY.line("h", x, new double[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("h: 3 abscissae and 2 ordinates; give as many");
  }
}
