package org.mf4j.stability.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mf4j.dynamics.Integration;
import org.mf4j.models.LeakySettings;
import org.mf4j.models.MemristiveSettings;
import org.mf4j.models.MfEsn;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.ReservoirLearning;
import org.mf4j.papers.NanowireAssemblies;
import org.mf4j.reservoir.ReservoirOptions;

class StabilityWarningsTest {
  private static final ReservoirLearning RESERVOIR =
      new ReservoirLearning(new ReservoirOptions(1, .1, .9), 1);

  private static List<String> warnings(double gamma, double deltaT, int steps) {
    return StabilityWarnings.of(
        new ModelSettings(20, new MemristiveSettings(gamma, 1, deltaT), RESERVOIR), steps);
  }

  /** mu = 1 - 0.01 p_min = 1 - 0.001616: 619 steps to fade to 1/e. */
  @Test
  void neuronsThatRememberLongerThanASeriesLastsAreNamedWithTheirTime() {
    assertThat(warnings(1, .01, 618))
        .singleElement()
        .asString()
        .startsWith("mf-esn: the slowest mode may take 618 steps")
        .contains("more than the 618 of the series");
    assertThat(warnings(1, .01, 619)).isEmpty();
  }

  /** deltaT p_max is above 2: the necessary condition fails. */
  @Test
  void aStepThatOvershootsIsNamedWithTheTheorem() {
    assertThat(warnings(1, .3, 1000))
        .singleElement()
        .asString()
        .startsWith("mf-esn: ")
        .contains("Theorem V.6")
        .endsWith(".");
  }

  /** The exact step keeps within the cube at any deltaT, and is what the settings say. */
  @Test
  void theStepIsThatOfTheSettings() {
    MemristiveSettings exact = new MemristiveSettings(1, 1, .3).withIntegration(Integration.EXACT);
    assertThat(StabilityWarnings.of(new ModelSettings(20, exact, RESERVOIR), 1000)).isEmpty();
  }

  @Test
  void thePresetOfNeuronsThatDifferIsNotWarnedOf() {
    assertThat(StabilityWarnings.of(MfEsn.plainHeterogeneous(20), 10)).isEmpty();
  }

  /** What a gate keeps shut does not fade: that is learned, and no flaw of the constants. */
  @Test
  void gatesDecideThemselvesHowLongTheyHold() {
    ModelSettings slow = ModelKind.MF_RNN.plain().withCell(new MemristiveSettings(1, 1, .01));
    assertThat(StabilityWarnings.of(slow, 10)).hasSize(1);
    ModelSettings gated = slow.withCell(new MemristiveSettings(1, 1, .01).withGates(1));
    assertThat(StabilityWarnings.of(gated, 10)).isEmpty();
  }

  @Test
  void otherNeuronsHaveOtherTheorems() {
    assertThat(StabilityWarnings.of(new ModelSettings(20, new LeakySettings(.1), RESERVOIR), 10))
        .isEmpty();
    assertThat(StabilityWarnings.of(NanowireAssemblies.nanowires(5, .3, .1, .01), 10)).isEmpty();
  }
}
