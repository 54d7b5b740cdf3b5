package org.mf4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark runs, briefly and on small sizes; how fast is not asked here. */
class SmokeTest {
  @ParameterizedTest
  @EnumSource
  void everyLayerTakesTrainingSteps(ComparedLayer layer) throws RunnerException {
    run(
        briefly("TrainingStep.fit")
            .param("layer", layer.name())
            .param("batch", "3")
            .param("steps", "5"),
        1);
  }

  @Test
  void trainingStepsOfOtherLengthsRun() throws RunnerException {
    run(briefly("LengthScaling.fit").param("steps", "5"), 1);
  }

  @Test
  void reservoirsOfAllShapesRun() throws RunnerException {
    run(briefly("ReservoirForward.activate").param("neurons", "3"), 2);
  }

  @Test
  void featuresOfReservoirsRun() throws RunnerException {
    run(
        briefly("ReservoirFeatures")
            .param("batch", "3")
            .param("steps", "5")
            .param("neurons", "30")
            .param("fanIn", "0", "1", "30"),
        6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"layer", "network"})
  void singleStepsRun(String where) throws RunnerException {
    run(briefly("TimeStep." + where), 2);
  }

  @Test
  void reservoirsAreFittedAndTested() throws RunnerException {
    run(briefly("ReservoirFit.fitAndTest").param("train", "10").param("test", "5"), 1);
  }

  @Test
  void productsRun() throws RunnerException {
    run(briefly("BareGemm.multiply").param("shape", "2x3x4"), 1);
  }

  @Test
  void elementaryFunctionsRun() throws RunnerException {
    run(briefly("ElementaryFunctions"), 3);
  }

  @Test
  void readoutsAreSolved() throws RunnerException {
    run(briefly("RidgeCost").param("features", "5").param("rows", "20"), 3);
  }

  private static ChainedOptionsBuilder briefly(String benchmark) {
    return new OptionsBuilder()
        .include("\\." + benchmark)
        .forks(0)
        .warmupIterations(0)
        .measurementIterations(1)
        .measurementTime(TimeValue.milliseconds(5))
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT);
  }

  private static void run(ChainedOptionsBuilder options, int expectedResults)
      throws RunnerException {
    Collection<RunResult> results = new Runner(options.build()).run();
    assertThat(results)
        .hasSize(expectedResults)
        .allSatisfy(result -> assertThat(result.getPrimaryResult().getSampleCount()).isPositive());
  }
}
