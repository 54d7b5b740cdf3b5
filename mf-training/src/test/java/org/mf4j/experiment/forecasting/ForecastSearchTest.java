package org.mf4j.experiment.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mf4j.forecasting.ForecastOptions;
import org.mf4j.forecasting.FreeRun;
import org.mf4j.forecasting.TeacherForcing;
import org.mf4j.layers.LeakyRnn;
import org.mf4j.random.SeededRandom;
import org.mf4j.reservoir.ReservoirOptions;

class ForecastSearchTest {
  /** The mean of the targets reaches 1; a few neurons do better on every signal. */
  @ParameterizedTest
  @EnumSource
  void findsAForecasterForEverySignal(ForecastTask task) throws InterruptedException {
    ForecastResult result =
        new ForecastSearch(task, 20, 20, 4, 2, 1)
            .run(ForecastModel.ESN, ForecastSearch.Listener.NONE);
    assertThat(result.test()).hasSize(2);
    assertThat(result.mean())
        .satisfies(
            score -> {
              if (task.lessIsBetter()) {
                assertThat(score).isBetween(0.0, 1.1);
              } else {
                assertThat(score).isBetween(0.1, 12.0);
              }
            });
  }

  @ParameterizedTest
  @EnumSource
  void theSeedDecidesAndEveryConfigurationIsTold(ForecastModel model) throws InterruptedException {
    List<Integer> told = new ArrayList<>();
    ForecastResult first = search(1, model, told);
    assertThat(told).containsExactly(1, 2, 3);
    ForecastResult again = search(1, model, told);
    assertThat(again.test()).isEqualTo(first.test());
    assertThat(again.configuration()).isEqualTo(first.configuration());
    assertThat(search(2, model, told).test()).isNotEqualTo(first.test());
  }

  private static ForecastResult search(long seed, ForecastModel model, List<Integer> told)
      throws InterruptedException {
    return new ForecastSearch(ForecastTask.NARMA_10, 10, 5, 3, 2, seed)
        .run(model, (kind, done) -> told.add(done));
  }

  /** Start after start, in plain loops. */
  @Test
  void theScoreOfMackeyGlassIsTheErrorOfStep84OverAllStarts() {
    double[][] x = ForecastTask.MACKEY_GLASS.inputs();
    var network =
        new TeacherForcing(ForecastOptions.standard())
            .fit(
                new LeakyRnn.Builder().nIn(1).nOut(20).leakRate(0.5).build(),
                new ReservoirOptions(0.3, 0.3, 0.8),
                Signal.columns(x, ForecastTask.FITTED),
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
    assertThat(ForecastTask.MACKEY_GLASS.score(network, x, x, ForecastTask.TEST))
        .isCloseTo(Math.sqrt(squares / starts / variance), within(1e-3));
  }

  @Test
  void meanAndDeviationOfTheTrials() {
    ForecastResult result = new ForecastResult(ForecastModel.ESN, "", 0, List.of(1.0, 3.0), 0);
    assertThat(result.mean()).isEqualTo(2);
    assertThat(result.std()).isEqualTo(1);
  }

  @Test
  void refusesAnUnknownSignal() {
    assertThatThrownBy(() -> ForecastTask.of("henon"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("signal henon: unknown; choose one of mackey-glass, narma-10");
  }
}
