package org.mf4j.figures.gallery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.figures.physics.MemoryFactorMap;
import org.mf4j.figures.physics.NanowirePulse;
import org.mf4j.figures.physics.PulseResponses;
import org.mf4j.figures.physics.RateRange;
import org.mf4j.figures.physics.StochasticConductance;
import org.mf4j.figures.results.AccuracyOverTime;
import org.mf4j.figures.results.AccuracyOverTime.Model;
import org.mf4j.figures.results.SizeCurves;

/**
 * All pictures of {@code mf figures}.
 *
 * @param seed decides every random number
 * @param dataDir the folder that holds {@code NAME/NAME_TRAIN.ts}, if there is one
 */
public record Gallery(long seed, Optional<Path> dataDir) {
  /**
   * The pictures, those first that need no computation.
   *
   * @return the sheets; nothing is computed yet
   */
  public List<Sheet> sheets() {
    return List.of(
        Sheet.of("accuracy-over-time", () -> List.of(FirstPage.picture())),
        Sheet.of("rate-range", () -> List.of(new RateRange(MemristiveDynamics.paper()))),
        Sheet.of("pulse-responses", () -> List.of(PulseResponses.paper())),
        Sheet.of("stochastic-conductance", () -> List.of(StochasticConductance.silver(seed))),
        Sheet.of("nanowire-pulse", () -> List.of(NanowirePulse.paper(seed))),
        Sheet.of("memory-factor", () -> List.of(MemoryFactorMap.paper())),
        Sheet.of("table-4-accuracy, table-4-rmse", PublishedTable::pictures),
        Sheet.of("reservoir-states, eigenspectra", new ReservoirOnChart(seed)::pictures),
        Sheet.of("forecast, ridge-path", new MackeyGlassForecasts(seed)::pictures),
        Sheet.of("confusion-matrix", new ControlChartTrials(seed)::confusion),
        Sheet.of("learning-curves", new ControlChartTrials(seed)::learning),
        new Sheet("assembly-accuracy", AssemblySizes.DATASETS, this::assemblies));
  }

  private List<SizeCurves> assemblies() throws InterruptedException {
    return new AssemblySizes(dataDir.orElseThrow(), seed).pictures();
  }

  /**
   * The picture of the first page: what {@code mf compare} and a peer measured on the generated
   * control charts, as it stands in {@code docs/results/control-charts.md}.
   */
  private static final class FirstPage {
    private static final String MEASURED = "control-charts.csv";

    private FirstPage() {}

    static AccuracyOverTime picture() {
      return new AccuracyOverTime(
          "accuracy-over-time", "Control charts, 300 to learn from, two cores", models());
    }

    private static List<Model> models() {
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(
                  FirstPage.class.getResourceAsStream(MEASURED), StandardCharsets.UTF_8))) {
        return lines.lines().skip(1).map(FirstPage::model).toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** {@code model,mean,std,fitSeconds}. */
    private static Model model(String line) {
      String[] cells = line.split(",", -1);
      return new Model(
          cells[0],
          Double.parseDouble(cells[3]),
          Double.parseDouble(cells[1]),
          Double.parseDouble(cells[2]));
    }
  }
}
