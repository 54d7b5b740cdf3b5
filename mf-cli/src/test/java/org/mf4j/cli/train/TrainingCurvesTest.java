package org.mf4j.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mf4j.figures.report.Report;
import org.mf4j.models.ModelKind;
import org.mf4j.training.EpochListener;

/** What the page of {@code train --report} says and draws. */
class TrainingCurvesTest {
  private static Report page(boolean validates, double[]... epochs) {
    TrainingCurves curves = new TrainingCurves(validates);
    EpochListener listener = curves.telling(EpochListener.NONE);
    for (double[] epoch : epochs) {
      listener.onTrained(epoch[1]);
      listener.onEpoch((int) epoch[0], 10, epoch[2]);
    }
    return curves.page(ModelKind.MF_RNN, Map.of("command", "mf train"));
  }

  @Test
  void bothLossesAreDrawn() {
    Report page = page(true, new double[] {1, 0.5, 0.6}, new double[] {2, 0.25, 0.7});
    assertThat(page.text().toString())
        .contains("2 epochs. The last one: training loss 0.2500, validation 0.7000.");
    assertThat(page.html()).contains("<img");
  }

  @Test
  void theSameLossIsDrawnOnce() {
    Report page = page(false, new double[] {1, 0.5, 0.5});
    assertThat(page.text().toString()).contains("1 epoch. The last one: training loss 0.5000.");
  }

  @Test
  void epochsBeforeAnInterruptionAreTold() {
    assertThat(page(false, new double[] {4, 0.5, 0.4}).text().toString())
        .contains("1 epoch after 3 before the interruption", "after the epoch 0.4000");
  }

  @Test
  void aReservoirHasNoCurve() {
    assertThat(page(false).html()).contains("no loss to draw").doesNotContain("<img");
  }
}
