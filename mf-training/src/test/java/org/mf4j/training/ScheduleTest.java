package org.mf4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.schedule.ISchedule;

class ScheduleTest {
  @Test
  void aConstantRateStays() {
    ISchedule schedule = new Schedule.Constant().of(.01, 10, 3);
    assertThat(schedule.valueAt(0, 0)).isEqualTo(.01);
    assertThat(schedule.valueAt(29, 9)).isEqualTo(.01);
  }

  /** Of 10 epochs two rise: 1/2, 1; then (1 + cos(pi k / 8)) / 2 for k = 0, ..., 7. */
  @Test
  void theRateRisesAndFallsByHalfACosine() {
    ISchedule schedule = new Schedule.Cosine(.2).of(.4, 10, 3);
    double[] expected = {.2, .4, .4, .38478, .34142, .27654, .2, .12346, .05858, .01522};
    for (int epoch = 0; epoch < 10; epoch++) {
      assertThat(schedule.valueAt(99, epoch)).isCloseTo(expected[epoch], within(1e-5));
    }
  }

  @Test
  void withoutARiseItFallsFromTheStart() {
    ISchedule schedule = new Schedule.Cosine(0).of(1, 4, 1);
    assertThat(schedule.valueAt(0, 0)).isEqualTo(1);
    assertThat(schedule.valueAt(0, 2)).isCloseTo(.5, within(1e-12));
  }

  @Test
  void overUpdatesItMovesWithinEpochs() {
    ISchedule schedule = new Schedule.CosinePerUpdate(0).of(1, 2, 2);
    assertThat(schedule.valueAt(2, 0)).isCloseTo(.5, within(1e-12));
  }

  @Test
  void afterTheEndTheRateStays() {
    ISchedule schedule = new Schedule.Cosine(0).of(1, 4, 1);
    assertThat(schedule.valueAt(0, 9)).isEqualTo(schedule.valueAt(0, 3)).isPositive();
  }

  /** A million epochs take as much of a file as ten. */
  @ParameterizedTest
  @ValueSource(strings = {"constant", "cosine(0.05)", "cosine-per-update(0.05)"})
  void isSavedWithTheNetworkInAFewNumbers(String text) {
    ISchedule schedule = Schedule.FORM.read(text).of(.003, 1_000_000, 2);
    String json = configuration(schedule).toJson();
    assertThat(json).hasSizeLessThan(10_000);
    Adam read =
        (Adam)
            ((BaseLayer) MultiLayerConfiguration.fromJson(json).getConf(0).getLayer())
                .getIUpdater();
    assertThat(read.getLearningRateSchedule()).isEqualTo(schedule);
    assertThat(read.getLearningRate(700_000, 300_000))
        .isEqualTo(schedule.valueAt(700_000, 300_000));
  }

  private static MultiLayerConfiguration configuration(ISchedule schedule) {
    return new NeuralNetConfiguration.Builder()
        .updater(Adam.builder().learningRateSchedule(schedule).build())
        .list(new OutputLayer.Builder().nIn(1).nOut(2).build())
        .build();
  }

  @Test
  void isReadFromItsText() {
    assertThat(Schedule.FORM.read("cosine(0.05)")).isEqualTo(new Schedule.Cosine(.05));
    assertThat(Schedule.FORM.text(new Schedule.CosinePerUpdate(.1)))
        .isEqualTo("cosine-per-update(0.1)");
  }
}
