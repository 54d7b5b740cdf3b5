package org.mf4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
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

  /** 10,000 updates are cut into 1,000 steps of ten. */
  @Test
  void longTrainingMovesInFewSteps() {
    ISchedule schedule = new Schedule.CosinePerUpdate(0).of(1, 100, 100);
    assertThat(schedule.valueAt(5009, 0)).isEqualTo(schedule.valueAt(5000, 0));
    assertThat(schedule.valueAt(5010, 0)).isLessThan(schedule.valueAt(5009, 0));
    assertThat(schedule.valueAt(5000, 0)).isCloseTo(.5, within(1e-12));
  }

  @Test
  void isReadFromItsText() {
    assertThat(Schedule.FORM.read("cosine(0.05)")).isEqualTo(new Schedule.Cosine(.05));
    assertThat(Schedule.FORM.text(new Schedule.CosinePerUpdate(.1)))
        .isEqualTo("cosine-per-update(0.1)");
  }
}
