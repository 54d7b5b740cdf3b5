package org.mf4j.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mf4j.dynamics.Drive;
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

/**
 * The two translations of {@link NeuronStep}, the graph and the kernel: each gives its states, and
 * its slopes as gradients.
 */
class MemristiveStepTest {
  private static final int ROWS = 3;
  private static final int NEURONS = 4;

  private static final MemristiveDynamics EQUAL = MemristiveDynamics.paper().withGamma(0.9);
  private static final MemristiveDynamics DIFFERENT =
      EQUAL
          .withGamma(0.6, 1, 0.8, 0.95)
          .withDeltaT(0.08, 0.02, 0.1, 0.003)
          .withKp0(1e-4, 3e-4, 2e-4, 1e-4)
          .withKd0(0.5, 0.3, 0.4, 0.6)
          .withEtaP(10, 7, 8, 9)
          .withEtaD(1, 2, 1.5, 0.5);

  /** Pre-activations, states, what the loss sends back, and what the plain step makes of them. */
  private record Case(MemristiveDynamics dynamics, Integration integration) {
    private static double[] draw(long seed, double lower, double upper) {
      SeededRandom random = new SeededRandom(seed);
      return IntStream.range(0, ROWS * NEURONS)
          .mapToDouble(i -> random.uniform(lower, upper))
          .toArray();
    }

    double[] v() {
      return dynamics.drive().isRescaled() ? draw(1, -3, 3) : draw(1, -0.5, 1);
    }

    double[] h() {
      return draw(2, 0, 1);
    }

    double[] delta() {
      return draw(3, -1, 1);
    }

    MemristiveCell cell() {
      return new MemristiveCell(dynamics, integration, EnumSet.noneOf(PhysicalConstant.class));
    }

    private NeuronStep step(int entry) {
      return NeuronStep.of(dynamics, integration, entry % NEURONS);
    }

    /** v is the pre-activation times the slope already. */
    private double z(int entry) {
      return dynamics.drive().at(v()[entry], 1);
    }

    double next(int entry) {
      return step(entry).next(z(entry), h()[entry]);
    }

    double stateGradient(int entry) {
      return delta()[entry] * step(entry).decay(z(entry));
    }

    double preActivationGradient(int entry) {
      Drive drive = dynamics.drive();
      return delta()[entry]
          * step(entry).driveSlope(z(entry), h()[entry])
          * drive.slopeAt(z(entry), 1);
    }
  }

  static Stream<Case> cases() {
    return Stream.of(Integration.values())
        .flatMap(
            integration ->
                Stream.of(EQUAL, DIFFERENT, EQUAL.withoutRescale(), DIFFERENT.withoutRescale())
                    .map(dynamics -> new Case(dynamics, integration)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theGraphIsThePlainStep(Case c) {
    SameDiff sd = SameDiff.create();
    SDVariable v = sd.var("v", matrix(c.v()));
    SDVariable h = sd.var("h", matrix(c.h()));
    CellGraph graph = c.cell().graph(sd, Map.of(), NEURONS, DataType.DOUBLE);
    SDVariable next = graph.step(v, h);
    next.mul(sd.constant(matrix(c.delta()))).sum().markAsLoss();
    double[] states = next.eval().dup('c').data().asDouble();
    Map<String, INDArray> gradients = sd.calculateGradients(Map.of(), List.of("v", "h"));
    double[] dv = gradients.get("v").dup('c').data().asDouble();
    double[] dh = gradients.get("h").dup('c').data().asDouble();
    for (int i = 0; i < states.length; i++) {
      assertThat(states[i]).isCloseTo(c.next(i), within(1e-12));
      assertThat(dv[i]).isCloseTo(c.preActivationGradient(i), within(1e-12));
      assertThat(dh[i]).isCloseTo(c.stateGradient(i), within(1e-12));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theKernelIsThePlainStep(Case c) {
    StepKernel step = c.cell().kernel(Map.of(), NEURONS).step(ROWS);
    float[] v = floats(c.v());
    float[] h = floats(c.h());
    float[] delta = floats(c.delta());
    step.forward(v, h);
    for (int i = 0; i < h.length; i++) {
      assertThat((double) h[i]).isCloseTo(c.next(i), within(2e-6));
    }
    step.adjoint(v, floats(c.h()), delta);
    for (int i = 0; i < h.length; i++) {
      assertThat((double) v[i]).isCloseTo(c.preActivationGradient(i), within(1e-5));
      assertThat((double) delta[i]).isCloseTo(c.stateGradient(i), within(2e-6));
    }
  }

  private static INDArray matrix(double[] values) {
    return Nd4j.createFromArray(values).reshape(ROWS, NEURONS);
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
