package org.mf4j.figures.gallery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.mf4j.data.ControlCharts;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.figures.Picture;
import org.mf4j.figures.results.Eigenspectra;
import org.mf4j.figures.results.StateHeatMap;
import org.mf4j.models.MemristiveSettings;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.ReservoirLearning;
import org.mf4j.networks.RecurrentWeights;
import org.mf4j.papers.PaperTask;
import org.mf4j.random.SeededRandom;
import org.mf4j.stability.BauerFikeDiscs;
import org.mf4j.stability.Coupling;
import org.mf4j.stability.Decay;
import org.mf4j.stability.MemristiveMap;
import org.mf4j.stability.Spectrum;

/**
 * A memristive reservoir driven by a cyclic control chart: its states, and the spectrum of its
 * Jacobian at the last step for several settings.
 */
record ReservoirOnChart(long seed) {
  private static final String PATTERN = "cyclic";
  private static final double GAMMA = .95;
  private static final double DELTA_T = .1;

  List<Picture> pictures() {
    return List.of(states(), spectra());
  }

  /** The papers' settings for control charts. */
  private StateHeatMap states() {
    ModelSettings paper = PaperTask.defaultFor(true).settings(ModelKind.MF_ESN);
    MemristiveDynamics dynamics =
        ((MemristiveSettings) paper.cell()).draw(paper.units(), new SeededRandom(seed));
    double[][] states = run(map(dynamics, weights(1)));
    return new StateHeatMap("MF-ESN on a cyclic control chart", input(), transposed(states));
  }

  private Eigenspectra spectra() {
    List<Eigenspectra.Panel> panels = new ArrayList<>();
    for (double deltaT : new double[] {.001, .01, .1}) {
      panels.add(panel(GAMMA, deltaT, 1));
    }
    for (double gamma : new double[] {.5, .8, 1}) {
      panels.add(panel(gamma, DELTA_T, 1));
    }
    for (double factor : new double[] {.25, 2, 4}) {
      panels.add(panel(GAMMA, DELTA_T, factor));
    }
    return new Eigenspectra(
        "one reservoir at the same step of a series, for several settings", panels, 3);
  }

  private Eigenspectra.Panel panel(double gamma, double deltaT, double factor) {
    MemristiveDynamics dynamics =
        MemristiveDynamics.paper().withGamma(gamma).withDeltaT(deltaT).withSlope(5);
    RecurrentWeights weights = weights(factor);
    MemristiveMap map = map(dynamics, weights);
    double[][] states = run(map);
    double[] state = states[states.length - 2];
    double[] last = {input()[states.length - 1]};
    Spectrum spectrum = Spectrum.of(map.jacobian(state, last));
    BauerFikeDiscs discs = BauerFikeDiscs.at(map, state, last);
    String title =
        String.format(
            Locale.ROOT,
            "Δt = %s, γ = %s, ‖W_h‖ = %.1f",
            deltaT,
            gamma,
            Coupling.of(weights).spectralNorm());
    return new Eigenspectra.Panel(
        title,
        spectrum.real(),
        spectrum.imaginary(),
        Decay.spectralRadiusEstimate(dynamics, Integration.EULER),
        discs.centres(),
        discs.radius());
  }

  private static MemristiveMap map(MemristiveDynamics dynamics, RecurrentWeights weights) {
    return new MemristiveMap(dynamics, Integration.EULER, weights);
  }

  /** The papers' reservoir for control charts with its recurrent weights times a factor. */
  private RecurrentWeights weights(double factor) {
    ModelSettings paper = PaperTask.defaultFor(true).settings(ModelKind.MF_ESN);
    RecurrentWeights drawn =
        ((ReservoirLearning) paper.learning())
            .reservoir()
            .draw(1, paper.units(), new SeededRandom(seed));
    double[][] scaled = drawn.recurrent().clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = Arrays.stream(scaled[i]).map(w -> factor * w).toArray();
    }
    return new RecurrentWeights(drawn.input(), scaled, drawn.bias());
  }

  /** The first test chart of the pattern. */
  private static double[] input() {
    SeriesSet charts = ControlCharts.generate(ControlCharts.DEFAULT_SEED).test();
    int pattern = charts.classes().indexOf(PATTERN);
    return charts.series().stream()
        .filter(one -> one.target() == pattern)
        .findFirst()
        .orElseThrow()
        .channels()[0];
  }

  /** The states {@code [T][N]} from h = 0. */
  private static double[][] run(MemristiveMap map) {
    double[] x = input();
    double[][] states = new double[x.length][];
    double[] h = new double[map.units()];
    for (int t = 0; t < x.length; t++) {
      h = map.next(h, new double[] {x[t]});
      states[t] = h;
    }
    return states;
  }

  private static double[][] transposed(double[][] rows) {
    double[][] columns = new double[rows[0].length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        columns[j][i] = rows[i][j];
      }
    }
    return columns;
  }
}
