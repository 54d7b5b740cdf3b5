package org.mf4j.experiment.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mf4j.forecasting.ForecastOptions;
import org.mf4j.forecasting.FreeRun;
import org.mf4j.forecasting.TeacherForcing;
import org.mf4j.layers.LeakyRnn;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.Settings;
import org.mf4j.random.SeededRandom;
import org.mf4j.reservoir.ReservoirOptions;
import org.mf4j.search.Configuration;
import org.mf4j.search.SearchListener;
import org.mf4j.search.journal.Journals;

class ForecastSearchTest {
  /** The mean of the targets reaches 1; a few neurons do better on every signal. */
  @ParameterizedTest
  @EnumSource
  void findsAForecasterForEverySignal(ForecastTask task) throws IOException, InterruptedException {
    ForecastResult result = run(new ForecastSearch(task, 20, 20, 4, 2, 1), ModelKind.ESN);
    assertThat(result.test().values()).hasSize(2);
    if (task.metric().moreIsBetter()) {
      assertThat(result.test().mean()).isBetween(0.1, 12.0);
    } else {
      assertThat(result.test().mean()).isBetween(0.0, 1.1);
    }
  }

  private static ForecastResult run(ForecastSearch search, ModelKind kind)
      throws IOException, InterruptedException {
    return search.run(kind, Journals.none(), SearchListener.NONE, () -> false).orElseThrow();
  }

  private static ForecastSearch small(long seed) {
    return new ForecastSearch(ForecastTask.NARMA_10, 10, 5, 3, 2, seed);
  }

  @ParameterizedTest
  @EnumSource(names = {"ESN", "MF_ESN", "PLAIN_HETERO_MF_ESN"})
  void theSeedDecides(ModelKind kind) throws IOException, InterruptedException {
    ForecastResult first = run(small(1), kind);
    ForecastResult again = run(small(1), kind);
    assertThat(first.settings().kind()).isEqualTo(kind);
    assertThat(first.settings().units()).isEqualTo(10);
    assertThat(again.test()).isEqualTo(first.test());
    assertThat(again.settings()).isEqualTo(first.settings());
    assertThat(run(small(2), kind).test()).isNotEqualTo(first.test());
  }

  /** As for every other search: what is in the journal is not run again. */
  @Test
  void goesOnWhereItWasStopped(@TempDir Path folder) throws IOException, InterruptedException {
    Journals journals = Journals.in(folder, Map.of());
    ForecastResult whole = run(small(1), ModelKind.ESN);
    int[] asked = {0};
    assertThat(small(1).run(ModelKind.ESN, journals, SearchListener.NONE, () -> ++asked[0] > 3))
        .isEmpty();
    ForecastResult resumed =
        small(1).run(ModelKind.ESN, journals, SearchListener.NONE, () -> false).orElseThrow();
    assertThat(resumed.test()).isEqualTo(whole.test());
    assertThat(resumed.settings()).isEqualTo(whole.settings());
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("narma-10-esn-5-search.jsonl", "narma-10-esn-10-final.jsonl");
    }
  }

  /** What a search has found can be tried as settings. */
  @Test
  void givenSettingsAreTriedWithoutASearch() throws IOException, InterruptedException {
    ForecastResult found = run(small(1), ModelKind.MF_ESN);
    ModelSettings read = ModelSettings.of(found.settings().describe());
    ForecastResult tried =
        small(1).run(read, Journals.none(), SearchListener.NONE, () -> false).orElseThrow();
    assertThat(tried.test()).isEqualTo(found.test());
    assertThat(tried.validation()).isEmpty();
  }

  /** Every axis within its range, and steps of a neuron below the largest. */
  @Test
  void theRangesAreThoseThatAreWrittenDown() {
    for (int seed = 0; seed < 50; seed++) {
      Configuration one =
          ForecastGrids.of(ModelKind.PLAIN_HETERO_MF_ESN, 5).draw(new SeededRandom(seed));
      double rho = Settings.SPECTRAL_RADIUS.get(one.settings()).orElseThrow();
      assertThat(rho).isBetween(0.1, 10.0);
      assertThat(one.settings().describe().get("deltaT").toString()).startsWith("log-uniform(");
      assertThat(one.settings().describe()).containsEntry("integration", "EXACT");
    }
  }

  /** Start after start, in plain loops. */
  @Test
  void theScoreOfMackeyGlassIsTheErrorOfStep84OverAllStarts() {
    ForecastTask.Signal signal = ForecastTask.MACKEY_GLASS.signal();
    double[][] x = signal.inputs();
    MultiLayerNetwork network =
        new TeacherForcing(ForecastOptions.standard())
            .fit(
                new LeakyRnn.Builder().nIn(1).nOut(20).leakRate(0.5).build(),
                new ReservoirOptions(0.3, 0.3, 0.8),
                ForecastTask.FITTED.of(x, 0),
                new SeededRandom(1));
    double squares = 0;
    int starts = 0;
    for (int from = 5000; from + 84 <= 7000; from += 27) {
      double[][] before = {Arrays.copyOfRange(x[0], from - 500, from)};
      double error = FreeRun.predict(network, before, 84)[0][83] - x[0][from + 83];
      squares += error * error;
      starts++;
    }
    double mean = Arrays.stream(x[0], 5000, 7000).average().orElseThrow();
    double variance =
        Arrays.stream(x[0], 5000, 7000).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    assertThat(starts).isEqualTo(71);
    assertThat(ForecastTask.MACKEY_GLASS.score(network, signal, ForecastTask.TEST))
        .isCloseTo(Math.sqrt(squares / starts / variance), within(1e-3));
  }

  @Test
  void refusesWhatDoesNotExist() {
    assertThatThrownBy(() -> ForecastTask.of("makey-glass"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("signal makey-glass: unknown; did you mean mackey-glass?");
    assertThatThrownBy(() -> ForecastGrids.of(ModelKind.RNN, 5))
        .hasMessage("model rnn: no ranges for forecasts; give settings");
  }
}
