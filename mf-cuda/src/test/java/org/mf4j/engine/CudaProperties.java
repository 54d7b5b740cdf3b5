package org.mf4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.mf4j.cuda.TestProvider;
import org.mf4j.engine.samediff.SameDiffEngine;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The kernels against the definition, over random cells, masks, losses and learned constants. */
class CudaProperties {
  private static final String SEED = "20250117";

  /** One and two series per block. */
  @Property(tries = 60, seed = SEED, shrinking = ShrinkingMode.OFF)
  void blockKernelsAreTheDefinition(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 24) int batch,
      @ForAll @IntRange(min = 1, max = 4) int channels,
      @ForAll @IntRange(min = 8, max = 40) int neurons,
      @ForAll @IntRange(min = 1, max = 40) int steps) {
    check(seed, batch, channels, neurons, steps);
  }

  /** Four series per block, and any width. */
  @Property(tries = 16, seed = SEED, shrinking = ShrinkingMode.OFF)
  void wideBlockKernelsAreTheDefinition(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 30) int batch,
      @ForAll @IntRange(min = 1, max = 31) int channels,
      @ForAll @IntRange(min = 41, max = 128) int neurons,
      @ForAll @IntRange(min = 1, max = 8) int steps) {
    check(seed, batch, channels, neurons, steps);
  }

  @Property(tries = 10, seed = SEED, shrinking = ShrinkingMode.OFF)
  void gridKernelsAreTheDefinition(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 20) int batch,
      @ForAll @IntRange(min = 1, max = 12) int channels,
      @ForAll @IntRange(min = 129, max = 300) int neurons,
      @ForAll @IntRange(min = 1, max = 5) int steps) {
    check(seed, batch, channels, neurons, steps);
  }

  /** Few neurons with so many inputs that the grid kernels have them. */
  @Property(tries = 10, seed = SEED, shrinking = ShrinkingMode.OFF)
  void gridKernelsOfFewNeuronsAreTheDefinition(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 10) int batch,
      @ForAll @IntRange(min = 8, max = 40) int neurons,
      @ForAll @IntRange(min = 1, max = 12) int steps) {
    check(seed, batch, 160 - neurons, neurons, steps);
  }

  /** One to three neurons, by plain loops and central differences. */
  @Property(tries = 25, seed = SEED, shrinking = ShrinkingMode.OFF)
  void theKernelsAreTheEquations(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 3) int batch,
      @ForAll @IntRange(min = 1, max = 3) int channels,
      @ForAll @IntRange(min = 1, max = 3) int neurons,
      @ForAll @IntRange(min = 1, max = 10) int steps) {
    EngineCase c = covered(seed, batch, channels, neurons, steps);
    Map<String, INDArray> expected = c.reference();
    Assume.that(expected.get("activations").amaxNumber().doubleValue() < 10);
    Map<String, INDArray> actual = c.run(engine(c, channels, neurons), DataType.FLOAT);
    double largest =
        expected.values().stream().mapToDouble(a -> a.norm2Number().doubleValue()).max().orElse(0);
    expected.forEach(
        (name, values) ->
            assertThat(actual.get(name).distance2(values))
                .as("%s of %s", name, c)
                .isLessThanOrEqualTo(1e-5 * largest));
  }

  /** The first case from the seed on whose cell there are kernels for. */
  private static EngineCase covered(long seed, int batch, int channels, int neurons, int steps) {
    long next = seed;
    EngineCase c = new EngineCase(next, batch, channels, neurons, steps);
    while (new TestProvider().obstacle(layer(c, channels, neurons)).isPresent()) {
      c = new EngineCase(++next, batch, channels, neurons, steps);
    }
    return c;
  }

  private static EngineRequest layer(EngineCase c, int channels, int neurons) {
    return new EngineRequest(c.cell(), channels, neurons, DataType.FLOAT, false);
  }

  private static SequenceEngine engine(EngineCase c, int channels, int neurons) {
    return new TestProvider().create(layer(c, channels, neurons));
  }

  private static void check(long seed, int batch, int channels, int neurons, int steps) {
    EngineCase c = covered(seed, batch, channels, neurons, steps);
    SequenceEngine engine = engine(c, channels, neurons);
    Map<String, INDArray> expected = c.run(new SameDiffEngine(c.cell()), DataType.DOUBLE);
    // Euler's step without RESCALE may diverge, and amplifies the last digit with it.
    Assume.that(expected.get("activations").amaxNumber().doubleValue() < 10);
    Map<String, INDArray> actual = c.run(engine, DataType.FLOAT);
    Map<String, INDArray> again = c.run(engine, DataType.FLOAT);
    expected.forEach(
        (name, values) -> {
          EngineProperties.assertClose(c, name, actual.get(name), values, tolerance(name));
          assertThat(again.get(name)).as("%s, once more", name).isEqualTo(actual.get(name));
        });
  }

  /** Gradients of shared constants, and of the input, are sums over all neurons that cancel. */
  private static double tolerance(String name) {
    return switch (name) {
      case "dConstants" -> 2e-4;
      case "dx" -> 5e-5;
      default -> 1e-5;
    };
  }
}
