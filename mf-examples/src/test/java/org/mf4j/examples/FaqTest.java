package org.mf4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.dynamics.stochastic.DeviceNoise;
import org.mf4j.layers.MemristiveRnn;
import org.mf4j.readout.RidgeFit;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The Java of docs/faq.md, after that of README.md, compiles, runs and does what the text says. */
class FaqTest {
  private static final String RESULTS =
      "Map.ofEntries(Map.entry(\"network\", network), Map.entry(\"loaded\", loaded),"
          + " Map.entry(\"score\", score), Map.entry(\"withSummaries\", withSummaries),"
          + " Map.entry(\"padded\", padded), Map.entry(\"alone\", alone), Map.entry(\"mine\", mine),"
          + " Map.entry(\"filled\", filled), Map.entry(\"once\", once), Map.entry(\"again\", again),"
          + " Map.entry(\"first\", first), Map.entry(\"second\", second),"
          + " Map.entry(\"both\", both), Map.entry(\"predicted\", predicted),"
          + " Map.entry(\"balanced\", balanced), Map.entry(\"onChip\", onChip),"
          + " Map.entry(\"trend\", trend), Map.entry(\"sure\", sure),"
          + " Map.entry(\"withDepth\", withDepth), Map.entry(\"noisy\", noisy))";

  private static Map<?, ?> results;

  @BeforeAll
  static void run(@TempDir Path folder) throws IOException, ReflectiveOperationException {
    String statements = Snippets.of("README.md") + "\n" + Snippets.of("docs/faq.md");
    results = (Map<?, ?>) Snippets.run(folder, statements, RESULTS);
  }

  private static INDArray array(String name) {
    return (INDArray) results.get(name);
  }

  private static double[] bits(INDArray array) {
    return array.dup('c').data().asDouble();
  }

  @Test
  void aSavedNetworkIsTheSame() {
    MultiLayerNetwork saved = (MultiLayerNetwork) results.get("network");
    MultiLayerNetwork loaded = (MultiLayerNetwork) results.get("loaded");
    assertThat(bits(loaded.params())).isEqualTo(bits(saved.params()));
  }

  @Test
  void aClassifierKnowsUpFromDown() {
    assertThat((String[]) results.get("trend")).containsExactly("up");
    assertThat(((double[][]) results.get("sure"))[0]).hasSize(2);
  }

  @Test
  void aLayerHasNoise() {
    MemristiveRnn noisy = (MemristiveRnn) results.get("noisy");
    assertThat(noisy.getNoise()).isEqualTo(DeviceNoise.gaussian(0.05, 1).withJumpRate(1));
  }

  @Test
  void aSavedModelScores() {
    assertThat((double) results.get("score")).isGreaterThan(0.9);
  }

  @Test
  void summariesLearn() {
    assertThat((double) results.get("withSummaries")).isGreaterThan(0.6);
  }

  @Test
  void paddingChangesNothing() {
    assertThat(bits(array("padded").getRow(1)))
        .containsExactly(bits(array("alone").getRow(0)), within(1e-6));
  }

  @Test
  void arraysBecomeASetAndGapsAreFilled() {
    assertThat(((SeriesSet) results.get("mine")).channels()).isEqualTo(2);
    assertThat((double) results.get("filled")).isCloseTo(2, within(1e-12));
  }

  @Test
  void theSameSeedGivesTheSameBits() {
    assertThat(bits(array("again"))).isEqualTo(bits(array("once")));
  }

  @Test
  void aStreamEndsWhereTheWholeSeriesDoes() {
    assertThat(bits(array("second"))).containsExactly(bits(array("both")), within(1e-6));
    assertThat(bits(array("second"))).isNotEqualTo(bits(array("first")));
  }

  @Test
  void aReadoutLearnsFromTheStream() {
    assertThat((double) results.get("predicted")).isCloseTo(0, within(0.5));
  }

  @Test
  void balancedClassesAreFitted() {
    assertThat(((RidgeFit) results.get("balanced")).errors()).hasSize(17);
  }

  /** Chance is 1/6. */
  @Test
  void aNetworkOnAChipStillKnowsSomething() {
    assertThat((double) results.get("onChip")).isBetween(0.3, 1.0);
  }

  /** Chance is 1/6. */
  @Test
  void aDeepReservoirLearns() {
    assertThat((double) results.get("withDepth")).isGreaterThan(0.6);
  }
}
