package org.mf4j.figures.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.figures.Drawn;
import org.mf4j.figures.Figure;
import org.mf4j.figures.style.ColourScale;
import org.mf4j.figures.style.Palette;

class ResultPicturesTest {
  @TempDir private Path folder;

  @Test
  void barsHaveTheirMeansAndDeviations() {
    ScoreBars.Bar esn = new ScoreBars.Bar("GunPoint", "ESN", Color.BLUE, .6, .02);
    ScoreBars.Bar mfEsn = new ScoreBars.Bar("GunPoint", "MF-ESN", Color.RED, .8, .07);
    ScoreBars picture = new ScoreBars("bars", "Scores", "test accuracy", List.of(esn, mfEsn));
    Figure figure = Drawn.checked(picture, folder);
    assertThat(picture.dataset().getRowKeys().toString()).isEqualTo("[ESN, MF-ESN]");
    assertThat(picture.dataset().getMeanValue("MF-ESN", "GunPoint")).isEqualTo(.8);
    assertThat(picture.dataset().getStdDevValue("MF-ESN", "GunPoint")).isEqualTo(.07);
    assertThat(figure.panels().get(0).getCategoryPlot().getRangeAxis().getLabel())
        .isEqualTo("test accuracy");
    assertThat(figure.panels().get(0).getCategoryPlot().getRangeAxis().getLowerBound()).isZero();
  }

  @Test
  void everyTrialIsALineButEveryModelOneEntryOfTheLegend() {
    List<double[]> losses = List.of(new double[] {2, 1}, new double[] {2, 1, .5});
    LearningCurves.Curve curve = new LearningCurves.Curve("RNN", Palette.GREEN, losses);
    XYPlot plot = Drawn.plot(Drawn.checked(new LearningCurves(List.of(curve)), folder), 0);
    assertThat(plot.getDatasetCount()).isEqualTo(2);
    assertThat(Drawn.ordinates(plot.getDataset(1))).containsExactly(2, 1, .5);
    assertThat(plot.getDataset(1).getXValue(0, 2)).isEqualTo(3);
    assertThat(plot.getDomainAxis().getUpperBound()).isEqualTo(3);
    assertThat(plot.getLegendItems().getItemCount()).isEqualTo(1);
  }

  @Test
  void everyClassHasAPanelOfItsSeries() {
    SeriesByClass.Panel a = new SeriesByClass.Panel("a", List.of(new double[] {1, 2}));
    SeriesByClass.Panel b =
        new SeriesByClass.Panel("b", List.of(new double[] {3, 4}, new double[] {5, 6, 7}));
    Figure figure = Drawn.checked(new SeriesByClass("some", List.of(a, b)), folder);
    assertThat(figure.panels()).hasSize(2);
    XYPlot plot = Drawn.plot(figure, 1);
    assertThat(plot.getDatasetCount()).isEqualTo(2);
    assertThat(Drawn.ordinates(plot.getDataset(1))).containsExactly(5, 6, 7);
    assertThat(plot.getDataset(1).getXValue(0, 2)).isEqualTo(2);
  }

  @Test
  void confusionCountsRowsOfTruth() {
    ConfusionMatrix matrix =
        ConfusionMatrix.of(
            "m", List.of("a", "b"), new double[] {0, 0, 1, 1, 1}, new double[] {0, 1, 1, 1, 0});
    assertThat(matrix.counts()).isDeepEqualTo(new int[][] {{1, 1}, {1, 2}});
    Figure figure = Drawn.checked(matrix, folder);
    XYPlot plot = Drawn.plot(figure, 0);
    assertThat(plot.getDomainAxis().getLabel()).isEqualTo("predicted class");
    assertThat(plot.getRangeAxis().getLabel()).isEqualTo("true class");
    // The first true class on top: its right cell, one wrong prediction, is half as blue as the
    // right cell below.
    assertThat(colourAt(figure, .75, .3)).isEqualTo(ColourScale.blues(2).colour(1));
    assertThat(colourAt(figure, .8, .9)).isEqualTo(ColourScale.blues(2).colour(2));
  }

  /** The colour at a share of the width and height of the data area, from its upper left. */
  private static Color colourAt(Figure figure, double across, double down) {
    ChartRenderingInfo info = new ChartRenderingInfo();
    BufferedImage image =
        figure.panels().get(0).createBufferedImage(figure.width(), figure.height(), info);
    Rectangle2D area = info.getPlotInfo().getDataArea();
    return new Color(
        image.getRGB(
            (int) (area.getX() + across * area.getWidth()),
            (int) (area.getY() + down * area.getHeight())));
  }

  @Test
  void predictionsLieOverTheTruth() {
    XYPlot plot =
        Drawn.plot(
            Drawn.checked(
                new PredictedAgainstTrue("p", new double[] {1, 2}, new double[] {1.5, 1}), folder),
            0);
    assertThat(plot.getDataset(0).getXValue(0, 1)).isEqualTo(2);
    assertThat(plot.getDataset(0).getYValue(0, 1)).isEqualTo(1);
    assertThat(plot.getDomainAxis().getRange()).isEqualTo(plot.getRangeAxis().getRange());
  }

  @Test
  void accuraciesOfTwoMethodsHaveOneRangeThatHoldsAll() {
    AccuracyScatter scatter =
        new AccuracyScatter("a-b", "A", "B", new double[] {.5, 1}, new double[] {.6, .4});
    XYPlot plot = Drawn.plot(Drawn.checked(scatter, folder), 0);
    assertThat(plot.getRangeAxis().getLabel()).isEqualTo("accuracy of A");
    assertThat(plot.getDataset(0).getXValue(0, 0)).isEqualTo(.6);
    assertThat(plot.getDataset(0).getYValue(0, 0)).isEqualTo(.5);
    assertThat(plot.getDomainAxis().getRange()).isEqualTo(plot.getRangeAxis().getRange());
    assertThat(plot.getDomainAxis().getRange().contains(.4)).isTrue();
    assertThat(plot.getDomainAxis().getRange().contains(1)).isTrue();
  }

  @Test
  void ranksAreNamedAndJoinedByBars() {
    CriticalDifference diagram =
        new CriticalDifference(
            List.of(
                new CriticalDifference.Method("A", 1.25, true),
                new CriticalDifference.Method("B", 1.75, false),
                new CriticalDifference.Method("C", 3, false)),
            List.of(new CriticalDifference.Bar(0, 1)),
            20);
    XYPlot plot = Drawn.plot(Drawn.checked(diagram, folder), 0);
    List<String> texts =
        ((List<?>) plot.getAnnotations())
            .stream()
                .filter(XYTextAnnotation.class::isInstance)
                .map(one -> ((XYTextAnnotation) one).getText())
                .toList();
    assertThat(texts).contains("1", "2", "3", "A  1.25", "B  1.75", "C  3.00").hasSize(6);
    // The axis and its three ticks, two lines per method, one bar.
    assertThat(plot.getAnnotations()).hasSize(6 + 4 + 6 + 1);
  }

  @Test
  void aConstantTargetHasARangeToo() {
    double[] same = {3, 3};
    XYPlot plot = Drawn.plot(Drawn.checked(new PredictedAgainstTrue("p", same, same), folder), 0);
    assertThat(plot.getDomainAxis().getRange().contains(3)).isTrue();
  }

  @Test
  void aForecastShowsItsErrorBelow() {
    Forecast forecast = new Forecast("f", "x(t)", new double[] {1, 2, 3}, new double[] {1.5, 2, 2});
    CombinedDomainXYPlot plot =
        (CombinedDomainXYPlot) Drawn.plot(Drawn.checked(forecast, folder), 0);
    XYPlot above = plot.getSubplots().get(0);
    XYPlot below = plot.getSubplots().get(1);
    assertThat(above.getRangeAxis().getLabel()).isEqualTo("x(t)");
    assertThat(Drawn.ordinates(above.getDataset(1))).containsExactly(1, 2, 3);
    assertThat(Drawn.ordinates(below.getDataset(0))).containsExactly(.5, 0, -1);
  }

  @Test
  void thePenaltyErrorsIsLogarithmic() {
    double[] lambdas = {1e-8, 1, 100};
    XYPlot plot =
        Drawn.plot(
            Drawn.checked(
                new PenaltyErrors(lambdas, new double[] {.1, .2, .3}, new double[] {.4, .2, .3}),
                folder),
            0);
    assertThat(plot.getDomainAxis().getLabel()).isEqualTo("ridge penalty λ");
    assertThat(Drawn.ordinates(plot.getDataset(0))).containsExactly(.4, .2, .3);
    assertThat(plot.getDomainAxis().getLowerBound()).isBetween(1e-9, 1e-8);
  }

  @Test
  void sizesHaveErrorBarsPerDataSet() {
    SizeCurves.Curve curve =
        new SizeCurves.Curve(
            "nanowire", new double[] {100, 500}, new double[] {.8, .9}, new double[] {.1, .05});
    Figure figure =
        Drawn.checked(
            new SizeCurves(
                List.of(
                    new SizeCurves.Panel("ECG5000", List.of(curve)),
                    new SizeCurves.Panel("SyntheticControl", List.of(curve))),
                "2 draws"),
            folder);
    assertThat(figure.caption()).contains("standard deviations of 2 draws (after Fig. 3");
    assertThat(figure.panels()).hasSize(2);
    assertThat(figure.panels().get(1).getTitle().getText()).isEqualTo("SyntheticControl");
    XYPlot plot = Drawn.plot(figure, 0);
    assertThat(Drawn.ordinates(plot.getDataset(0))).containsExactly(.8, .9);
    assertThat(plot.getRangeAxis().getLowerBound()).isLessThan(.7);
  }

  @Test
  void statesStandUnderTheirInput() {
    double[][] states = {{.9, .9, .9}, {.1, .2, .3}};
    StateHeatMap picture = new StateHeatMap("s", new double[] {1, 2, 3}, states);
    CombinedDomainXYPlot plot =
        (CombinedDomainXYPlot) Drawn.plot(Drawn.checked(picture, folder), 0);
    XYPlot above = plot.getSubplots().get(0);
    XYPlot below = plot.getSubplots().get(1);
    assertThat(Drawn.ordinates(above.getDataset(0))).containsExactly(1, 2, 3);
    assertThat(below.getRangeAxis().getRange().getLength()).isEqualTo(2);
    assertThat(plot.getDomainAxis().getRange().getLength()).isEqualTo(3);
    // Sorting is for the picture only.
    assertThat(states[0][0]).isEqualTo(.9);
  }

  @Test
  void eigenvaluesLieInRoundCircles() {
    Eigenspectra.Panel panel =
        new Eigenspectra.Panel(
            "Δt = 0.1",
            new double[] {.5, .5},
            new double[] {.2, -.2},
            .9,
            new double[] {.4, .6},
            .3);
    Figure figure = Drawn.checked(new Eigenspectra("a reservoir", List.of(panel), 3), folder);
    XYPlot plot = Drawn.plot(figure, 0);
    assertThat(plot.getDomainAxis().getLabel()).isEqualTo("Re λ");
    assertThat(Drawn.ordinates(plot.getDataset(0))).containsExactly(.2, -.2);
    assertThat(radius(plot, 1)).isCloseTo(1, within(1e-12));
    assertThat(radius(plot, 2)).isCloseTo(.9, within(1e-12));
    assertThat(DoubleStream.of(Drawn.ordinates(plot.getDataset(3))))
        .allMatch(y -> Math.abs(y) <= .3);
    ChartRenderingInfo info = new ChartRenderingInfo();
    figure.panels().get(0).createBufferedImage(figure.width(), figure.height(), info);
    Rectangle2D area = info.getPlotInfo().getDataArea();
    assertThat(area.getWidth() / area.getHeight()).isCloseTo(1, within(.04));
  }

  private static double radius(XYPlot plot, int dataset) {
    return Math.hypot(
        plot.getDataset(dataset).getXValue(0, 17), plot.getDataset(dataset).getYValue(0, 17));
  }
}
