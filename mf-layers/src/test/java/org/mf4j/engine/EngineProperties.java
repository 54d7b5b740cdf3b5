package org.mf4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.mf4j.engine.fused.FusedEngine;
import org.mf4j.engine.samediff.SameDiffEngine;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Engines against the equations, and against each other, over random cells and series. */
class EngineProperties {
  private static final String SEED = "20250117";

  @Property(tries = 20, seed = SEED, shrinking = ShrinkingMode.OFF)
  void theDefinitionIsTheEquations(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 3) int batch,
      @ForAll @IntRange(min = 1, max = 3) int channels,
      @ForAll @IntRange(min = 1, max = 3) int neurons,
      @ForAll @IntRange(min = 1, max = 10) int steps) {
    EngineCase c = new EngineCase(seed, batch, channels, neurons, steps);
    Map<String, INDArray> actual = c.run(new SameDiffEngine(c.cell()), DataType.DOUBLE);
    c.reference()
        .forEach(
            (name, expected) ->
                assertClose(
                    c, name, actual.get(name), expected, name.startsWith("d") ? 1e-7 : 1e-10));
  }

  /** With few neurons a whole gradient may cancel; the contract suite has those, at 1e-5. */
  @Property(tries = 60, seed = SEED, shrinking = ShrinkingMode.OFF)
  void theFusedEngineIsTheDefinition(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 70) int batch,
      @ForAll @IntRange(min = 1, max = 4) int channels,
      @ForAll @IntRange(min = 8, max = 32) int neurons,
      @ForAll @IntRange(min = 1, max = 40) int steps,
      @ForAll boolean checkpointing) {
    EngineCase c = new EngineCase(seed, batch, channels, neurons, steps);
    Map<String, INDArray> actual = c.run(new FusedEngine(c.cell(), checkpointing), DataType.FLOAT);
    c.run(new SameDiffEngine(c.cell()), DataType.DOUBLE)
        .forEach(
            (name, expected) -> assertClose(c, name, actual.get(name), expected, tolerance(name)));
  }

  /** Gradients of shared constants are a few sums that cancel. */
  private static double tolerance(String name) {
    return name.equals("dConstants") ? 1e-5 : 2e-6;
  }

  /** The distance is relative to the norm. */
  static void assertClose(
      EngineCase c, String name, INDArray actual, INDArray expected, double tolerance) {
    double norm = expected.norm2Number().doubleValue();
    assertThat(actual.sub(expected).norm2Number().doubleValue())
        .as("%s of %s, norm %s", name, c, norm)
        .isLessThanOrEqualTo(tolerance * norm);
  }
}
