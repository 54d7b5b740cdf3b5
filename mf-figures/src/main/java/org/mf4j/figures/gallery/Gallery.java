package org.mf4j.figures.gallery;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.figures.physics.MemoryFactorMap;
import org.mf4j.figures.physics.NanowirePulse;
import org.mf4j.figures.physics.PulseResponses;
import org.mf4j.figures.physics.RateRange;
import org.mf4j.figures.physics.StochasticConductance;
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
        Sheet.of("rate-range", () -> List.of(new RateRange(MemristiveDynamics.paper()))),
        Sheet.of("pulse-responses", () -> List.of(PulseResponses.paper())),
        Sheet.of("stochastic-conductance", () -> List.of(StochasticConductance.silver(seed))),
        Sheet.of("nanowire-pulse", () -> List.of(NanowirePulse.paper(seed))),
        Sheet.of("memory-factor", () -> List.of(MemoryFactorMap.paper())),
        Sheet.of("table-4-accuracy, table-4-rmse", PublishedTable::pictures),
        Sheet.of("reservoir-states, eigenspectra", new ReservoirOnChart(seed)::pictures),
        Sheet.of("forecast, ridge-path", new MackeyGlassForecasts(seed)::pictures),
        Sheet.of("learning-curves, confusion-matrix", new ControlChartTrials(seed)::pictures),
        new Sheet("assembly-accuracy", AssemblySizes.DATASETS, this::assemblies));
  }

  private List<SizeCurves> assemblies() throws InterruptedException {
    return new AssemblySizes(dataDir.orElseThrow(), seed).pictures();
  }
}
