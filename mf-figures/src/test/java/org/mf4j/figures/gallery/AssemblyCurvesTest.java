package org.mf4j.figures.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.figures.Drawn;
import org.mf4j.figures.Figure;
import org.mf4j.models.Metric;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.Scores;
import org.mf4j.papers.Assembly;
import org.mf4j.reproduction.AssemblyProtocol;
import org.mf4j.reproduction.Reproduced;
import org.mf4j.reproduction.ReproducedAssembly;
import org.mf4j.search.Configuration;
import org.mf4j.search.SearchResult;
import org.mf4j.search.Standing;
import org.mf4j.search.Strategy;

class AssemblyCurvesTest {
  private static final AssemblyProtocol PROTOCOL =
      AssemblyProtocol.paper(new Strategy.RandomSample(7), 2, 1);

  @TempDir private Path folder;

  private static ReproducedAssembly cell(
      String dataset, Assembly assembly, int units, Double... scores) {
    ModelSettings settings = assembly.grid(units).base();
    Standing standing =
        new Standing(Configuration.of(settings), 0, new Scores(List.of(scores)), List.of(), 1);
    SearchResult finals = new SearchResult(Metric.ACCURACY, List.of(standing), 2, 2);
    return new ReproducedAssembly(
        assembly,
        new Reproduced(
            dataset,
            settings.kind(),
            Metric.ACCURACY,
            settings,
            Optional.of(finals),
            finals,
            .3,
            Optional.empty(),
            Optional.empty()));
  }

  @Test
  void everyKindOfNeuronIsACurveAboveTheMajorityClass() {
    Figure figure =
        Drawn.checked(
            AssemblyCurves.of(
                List.of(
                    cell("one", Assembly.NANOWIRES, 100, .4, .6),
                    cell("one", Assembly.NANOWIRES, 500, .8, .8),
                    cell("one", Assembly.ECHO_STATE, 100, .9, .9),
                    cell("one", Assembly.ECHO_STATE, 500),
                    cell("two", Assembly.TANH, 100, .7, .7)),
                PROTOCOL),
            folder);
    assertThat(figure.caption())
        .contains("2 trials", "7 random configurations of Table 3", "min-max", "lambda 1.0");
    assertThat(figure.panels()).hasSize(2);
    XYPlot plot = Drawn.plot(figure, 0);
    assertThat(plot.getDatasetCount()).isEqualTo(3);
    assertThat(Drawn.ordinates(plot.getDataset(0))).containsExactly(.5, .8);
    assertThat(Drawn.ordinates(plot.getDataset(1))).containsExactly(.9);
    assertThat(Drawn.ordinates(plot.getDataset(2))).containsExactly(.3, .3);
    assertThat(plot.getDataset(2).getSeriesKey(0).toString()).isEqualTo("majority class");
    assertThat(Drawn.plot(figure, 1).getDatasetCount()).isEqualTo(2);
  }
}
