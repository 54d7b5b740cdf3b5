package org.mf4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.engine.Engine;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Gradient checks of the memristive layer over shapes and over the corners of its constants. */
@ExtendWith(DoubleByDefault.class)
class GradientGridTest {
  private static final int NEURONS = 2;

  static Stream<Arguments> shapes() {
    return Stream.of(1, 2, 9)
        .flatMap(
            steps ->
                Stream.of(1, 3)
                    .flatMap(
                        batch ->
                            Stream.of(1, 3).map(channels -> arguments(steps, batch, channels))));
  }

  /** A series of one step cannot lack it. */
  static Stream<Arguments> maskedShapes() {
    return shapes().filter(shape -> (int) shape.get()[0] > 1);
  }

  /**
   * gamma, deltaT and slope at the ends of the papers' grid, with and without RESCALE, shared and
   * per neuron, the latter also with the physical constants per neuron.
   */
  static Stream<MemristiveDynamics> corners() {
    return Stream.of(0.5, 1.0)
        .flatMap(
            gamma ->
                Stream.of(0.001, 0.1)
                    .flatMap(
                        deltaT ->
                            Stream.of(1.0, 5.0).flatMap(slope -> dynamics(gamma, deltaT, slope))));
  }

  private static Stream<MemristiveDynamics> dynamics(double gamma, double deltaT, double slope) {
    MemristiveDynamics shared =
        MemristiveDynamics.paper().withGamma(gamma).withDeltaT(deltaT).withSlope(slope);
    MemristiveDynamics perNeuron =
        shared.withGamma(gamma, 0.9).withDeltaT(0.05, deltaT).withSlope(slope, 2);
    MemristiveDynamics devices =
        perNeuron.withKp0(1e-4, 2e-4).withKd0(0.5, 0.3).withEtaP(10, 7).withEtaD(0.5, 2);
    return Stream.of(shared, perNeuron, devices, shared.withoutRescale());
  }

  private static MemristiveRnn.Builder layer() {
    return new MemristiveRnn.Builder().nOut(NEURONS).engine(Engine.SAMEDIFF);
  }

  private static MemristiveDynamics steep() {
    return MemristiveDynamics.paper().withGamma(0.9).withSlope(2);
  }

  private static void check(int steps, int batch, int channels, INDArray mask, Layer... hidden) {
    Layer[] layers = new Layer[hidden.length + 1];
    System.arraycopy(hidden, 0, layers, 0, hidden.length);
    layers[hidden.length] = Nets.outputPerStep();
    MultiLayerNetwork net =
        Nets.of(Nets.configuration(DataType.DOUBLE), InputType.recurrent(channels), layers);
    assertThat(
            GradientCheckUtil.checkGradients(
                GradientChecks.of(net)
                    .input(Batches.uniform(5, DataType.DOUBLE, batch, channels, steps))
                    .labels(Batches.classesPerStep(6, DataType.DOUBLE, batch, steps))
                    .subset(true)
                    .maxPerParam(4)
                    .inputMask(mask)
                    .labelMask(mask)))
        .isTrue();
  }

  @ParameterizedTest(name = "T = {0}, batch {1}, nIn = {2}")
  @MethodSource("shapes")
  void holdsForEveryShape(int steps, int batch, int channels) {
    check(steps, batch, channels, null, layer().dynamics(steep()).build());
  }

  @ParameterizedTest(name = "T = {0}, batch {1}, nIn = {2}")
  @MethodSource("maskedShapes")
  void holdsUnderMasks(int steps, int batch, int channels) {
    INDArray mask =
        Batches.uniform(11, DataType.DOUBLE, batch, steps).gt(-0.3).castTo(DataType.DOUBLE);
    mask.putColumn(0, mask.getColumn(0).like().addi(1));
    check(steps, batch, channels, mask, layer().dynamics(steep()).build());
  }

  @ParameterizedTest(name = "T = {0}, batch {1}, nIn = {2}")
  @MethodSource("shapes")
  void holdsInBothDirectionsAndStacked(int steps, int batch, int channels) {
    check(
        steps,
        batch,
        channels,
        null,
        new Bidirectional(Bidirectional.Mode.CONCAT, layer().dynamics(steep()).build()),
        layer().dynamics(steep()).build());
  }

  @ParameterizedTest
  @MethodSource("corners")
  void holdsInTheCornersOfTheConstants(MemristiveDynamics dynamics) {
    check(4, 2, 1, null, layer().dynamics(dynamics).build());
  }

  @ParameterizedTest
  @MethodSource("corners")
  void holdsForTheExactStep(MemristiveDynamics dynamics) {
    check(4, 2, 1, null, layer().dynamics(dynamics).integration(Integration.EXACT).build());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void holdsFromAnInitialState(boolean perNeuron) {
    double[] start = perNeuron ? new double[] {0.2, 0.8} : new double[] {0.5};
    check(4, 2, 1, null, layer().dynamics(steep()).initialState(start).build());
  }

  @ParameterizedTest
  @MethodSource("corners")
  void holdsForTrainedConstants(MemristiveDynamics dynamics) {
    PhysicalConstant[] constants =
        Stream.of(PhysicalConstant.values())
            .filter(c -> c != PhysicalConstant.SLOPE || dynamics.drive().isRescaled())
            .toArray(PhysicalConstant[]::new);
    for (Integration integration : Integration.values()) {
      check(
          3,
          2,
          1,
          null,
          layer()
              .dynamics(dynamics)
              .integration(integration)
              .trainable(constants)
              .initialState(0.3)
              .build());
    }
  }
}
