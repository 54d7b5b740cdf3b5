package org.mf4j.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mf4j.dynamics.GatedStep;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.NeuronStep;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.random.SeededRandom;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The gated step as plain numbers, what is claimed of it, and its two translations. */
class GatedStepTest {
  private static final int ROWS = 5;
  private static final double H = 1e-5;

  private static final MemristiveDynamics DEVICES =
      MemristiveDynamics.paper()
          .withGamma(0.6, 1, 0.9)
          .withDeltaT(0.08, 0.02, 0.1)
          .withKp0(1e-4, 3e-4, 2e-4)
          .withKd0(0.5, 0.3, 0.4)
          .withEtaP(10, 7, 8)
          .withEtaD(1, 2, 0.5);
  private static final int NEURONS = 3;
  private static final int ENTRIES = ROWS * NEURONS;

  private static GatedMemristiveCell cell(Integration integration) {
    return new GatedMemristiveCell(
        new MemristiveCell(DEVICES, integration, EnumSet.noneOf(PhysicalConstant.class)));
  }

  private static double[] draw(long seed, int count, double lower, double upper) {
    SeededRandom random = new SeededRandom(seed);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.uniform(lower, upper);
    }
    return values;
  }

  /** Pre-activations by plane: drives, gates of K_p, gates of K_d. */
  private static final double[] V = draw(1, 3 * ENTRIES, -3, 3);

  private static final double[] STATES = draw(2, ENTRIES, 0, 1);
  private static final double[] DELTA = draw(3, ENTRIES, -1, 1);

  private static double next(Integration integration, int entry, double[] v, double h) {
    return GatedStep.of(DEVICES, integration, entry % NEURONS)
        .next(DEVICES.drive().at(v[entry], 1), v[ENTRIES + entry], v[2 * ENTRIES + entry], h);
  }

  /** d loss / d v by central differences of the plain step. */
  private static double gradient(Integration integration, int plane, int entry) {
    double[] above = V.clone();
    double[] below = V.clone();
    above[plane * ENTRIES + entry] += H;
    below[plane * ENTRIES + entry] -= H;
    double h = STATES[entry];
    return DELTA[entry]
        * (next(integration, entry, above, h) - next(integration, entry, below, h))
        / (2 * H);
  }

  private static double stateGradient(Integration integration, int entry) {
    double h = STATES[entry];
    return DELTA[entry]
        * (next(integration, entry, V, h + H) - next(integration, entry, V, h - H))
        / (2 * H);
  }

  @ParameterizedTest
  @EnumSource
  void theKernelIsThePlainStep(Integration integration) {
    StepKernel step = cell(integration).kernel(Map.of(), NEURONS).step(ROWS);
    float[] v = floats(V);
    float[] h = floats(STATES);
    float[] delta = floats(DELTA);
    step.forward(v, h);
    for (int i = 0; i < ENTRIES; i++) {
      assertThat((double) h[i]).isCloseTo(next(integration, i, V, STATES[i]), within(2e-6));
    }
    step.adjoint(v, floats(STATES), delta);
    for (int i = 0; i < ENTRIES; i++) {
      for (int plane = 0; plane < 3; plane++) {
        assertThat((double) v[plane * ENTRIES + i])
            .isCloseTo(gradient(integration, plane, i), within(1e-5));
      }
      assertThat((double) delta[i]).isCloseTo(stateGradient(integration, i), within(2e-6));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theGraphIsThePlainStep(Integration integration) {
    SameDiff sd = SameDiff.create();
    INDArray columns = Nd4j.createFromArray(V).reshape(3, ROWS, NEURONS).permute(1, 0, 2).dup('c');
    SDVariable v = sd.var("v", columns.reshape(ROWS, 3 * NEURONS));
    SDVariable h = sd.var("h", Nd4j.createFromArray(STATES).reshape(ROWS, NEURONS));
    SDVariable next = cell(integration).graph(sd, Map.of(), NEURONS, DataType.DOUBLE).step(v, h);
    next.mul(sd.constant(Nd4j.createFromArray(DELTA).reshape(ROWS, NEURONS))).sum().markAsLoss();
    INDArray states = next.eval();
    Map<String, INDArray> gradients = sd.calculateGradients(Map.of(), List.of("v", "h"));
    for (int i = 0; i < ENTRIES; i++) {
      int row = i / NEURONS;
      int neuron = i % NEURONS;
      assertThat(states.getDouble(row, neuron))
          .isCloseTo(next(integration, i, V, STATES[i]), within(1e-12));
      for (int plane = 0; plane < 3; plane++) {
        assertThat(gradients.get("v").getDouble(row, plane * NEURONS + neuron))
            .isCloseTo(gradient(integration, plane, i), within(1e-8));
      }
      assertThat(gradients.get("h").getDouble(row, neuron))
          .isCloseTo(stateGradient(integration, i), within(1e-8));
    }
  }

  @ParameterizedTest
  @EnumSource
  void wideOpenItIsTheMemristorAndClosedItHoldsTheState(Integration integration) {
    GatedStep step = GatedStep.of(DEVICES, integration, 1);
    NeuronStep memristor = NeuronStep.of(DEVICES, integration, 1);
    for (double z : new double[] {0.4, 0.7, 1.1}) {
      assertThat(step.next(z, 40, 40, 0.3)).isCloseTo(memristor.next(z, 0.3), within(1e-14));
      assertThat(step.next(z, -40, -40, 0.3)).isCloseTo(0.3, within(1e-12));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theKernelHoldsTheStateBehindClosedGates(Integration integration) {
    StepKernel step = cell(integration).kernel(Map.of(), NEURONS).step(1);
    float[] v = {0, 0, 0, -200, -200, -200, -200, -200, -200};
    float[] h = {0.3f, 0.3f, 0.3f};
    step.forward(v, h);
    assertThat(h[1]).isCloseTo(0.3f, within(1e-6f));
    float[] delta = {1, 1, 1};
    step.adjoint(v, new float[] {0.3f, 0.3f, 0.3f}, delta);
    assertThat(delta[1]).isCloseTo(1, within(1e-6f));
    for (float dv : v) {
      assertThat(dv).isCloseTo(0, within(1e-6f));
    }
  }

  /** The unit cube of the memristor: deltaT K_p(b_) <= 1 and deltaT K_d(a_) <= gamma. */
  @Property(tries = 500, seed = "20250117")
  void gatesKeepTheUnitCubeWhereTheMemristorDoes(
      @ForAll @DoubleRange(min = 0.04, max = 1) @Scale(6) double gamma,
      @ForAll @DoubleRange(min = 0.001, max = 0.1013) @Scale(6) double deltaT,
      @ForAll @DoubleRange(min = -50, max = 50) @Scale(6) double u,
      @ForAll @DoubleRange(min = -50, max = 50) @Scale(6) double potentiationGate,
      @ForAll @DoubleRange(min = -50, max = 50) @Scale(6) double depressionGate,
      @ForAll @DoubleRange(min = 0, max = 1) @Scale(6) double h) {
    MemristiveDynamics dynamics = MemristiveDynamics.paper().withGamma(gamma).withDeltaT(deltaT);
    for (Integration integration : Integration.values()) {
      double next =
          GatedStep.of(dynamics, integration, 0)
              .next(dynamics.drive().at(u, 5), potentiationGate, depressionGate, h);
      assertThat(next).isBetween(0.0, 1.0);
    }
  }

  @Test
  void theDriveMustBeRescaled() {
    assertThatThrownBy(
            () ->
                new GatedMemristiveCell(
                    new MemristiveCell(
                        DEVICES.withoutRescale(),
                        Integration.EULER,
                        EnumSet.noneOf(PhysicalConstant.class))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "drive = UNSCALED: a gated memristor needs bounded rates; give a rescale interval");
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
