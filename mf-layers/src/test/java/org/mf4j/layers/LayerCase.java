package org.mf4j.layers;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.dynamics.stochastic.BoundedPowerLaw;
import org.mf4j.dynamics.stochastic.DeviceNoise;
import org.mf4j.dynamics.stochastic.Realisation;
import org.mf4j.engine.Engine;
import org.mf4j.engine.ReferenceRun;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * What the contract suite runs through: every kind of layer on every engine in every precision. A
 * new layer or a new engine is one more line here.
 */
record LayerCase(Kind kind, Computation computation) {
  static final int N_IN = 3;
  static final int N_OUT = 4;

  /** A layer, with a reference step written from its equation. */
  record Kind(String name, Supplier<CellRnn.Builder<?>> builder, ReferenceRun.Step reference) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final MemristiveDynamics SHARED =
      MemristiveDynamics.paper().withGamma(0.9).withSlope(2);
  private static final MemristiveDynamics PER_NEURON =
      MemristiveDynamics.paper()
          .withGamma(0.95, 0.5, 0.8, 0.99)
          .withDeltaT(0.1, 0.05, 0.01, 0.08)
          .withSlope(1, 5, 2, 3)
          .withKp0(1e-4, 2e-4, 5e-5, 1e-4)
          .withKd0(0.5, 0.3, 0.4, 0.5)
          .withEtaP(10, 8, 11, 9)
          .withEtaD(1, 2, 0.5, 1.5);

  private static final DeviceNoise NOISE =
      DeviceNoise.gaussian(0, 11)
          .withSigma(0.1, 0.2, 0, 0.3)
          .withJumps(2, new BoundedPowerLaw(2, 0.01, 0.1))
          .with(Realisation.REPEATED);

  /** The layers. */
  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              "memristive",
              () -> new MemristiveRnn.Builder().dynamics(SHARED),
              ReferenceRun.memristive(SHARED, Integration.EULER)),
          new Kind(
              "memristive, per neuron, exact",
              () -> new MemristiveRnn.Builder().dynamics(PER_NEURON).integration(Integration.EXACT),
              ReferenceRun.memristive(PER_NEURON, Integration.EXACT)),
          new Kind(
              "memristive, trained constants",
              () ->
                  new MemristiveRnn.Builder()
                      .dynamics(PER_NEURON)
                      .trainable(PhysicalConstant.values()),
              ReferenceRun.memristive(PER_NEURON, Integration.EULER)),
          new Kind(
              "gated",
              () ->
                  new GatedMemristiveRnn.Builder()
                      .dynamics(PER_NEURON)
                      .trainable(PhysicalConstant.SLOPE, PhysicalConstant.KP0),
              ReferenceRun.gated(PER_NEURON, Integration.EULER)),
          new Kind(
              "gated, exact",
              () ->
                  new GatedMemristiveRnn.Builder()
                      .dynamics(SHARED)
                      .integration(Integration.EXACT)
                      .gateBias(-0.5),
              ReferenceRun.gated(SHARED, Integration.EXACT)),
          new Kind(
              "memristive, noisy, exact",
              () ->
                  new MemristiveRnn.Builder()
                      .dynamics(PER_NEURON)
                      .integration(Integration.EXACT)
                      .trainable(PhysicalConstant.DELTA_T, PhysicalConstant.GAMMA)
                      .noise(NOISE),
              new ReferenceRun.Noisy(PER_NEURON, Integration.EXACT, NOISE)),
          new Kind("leaky", () -> new LeakyRnn.Builder().leakRate(0.3), ReferenceRun.leaky(0.3)),
          new Kind("lstm", () -> new LstmRnn.Builder(), ReferenceRun.lstm()));

  /** The engines in the precisions that they offer; the tolerance is relative to the norm. */
  enum Computation {
    FUSED_FLOAT(Engine.FUSED, false, DataType.FLOAT, 1e-5),
    FUSED_CHECKPOINTING_FLOAT(Engine.FUSED, true, DataType.FLOAT, 1e-5),
    SAMEDIFF_FLOAT(Engine.SAMEDIFF, false, DataType.FLOAT, 1e-5),
    SAMEDIFF_DOUBLE(Engine.SAMEDIFF, false, DataType.DOUBLE, 1e-11),
    /** In the module mf-cuda, which runs the contract with its engine alone. */
    CUDA_FLOAT(Engine.CUDA, false, DataType.FLOAT, 1e-5);

    private final Engine engine;
    private final boolean checkpointing;
    private final DataType dataType;
    private final double tolerance;

    Computation(Engine engine, boolean checkpointing, DataType dataType, double tolerance) {
      this.engine = engine;
      this.checkpointing = checkpointing;
      this.dataType = dataType;
      this.tolerance = tolerance;
    }
  }

  /** System property: CUDA runs the contract with that engine instead of those of this module. */
  private static final boolean ON_CUDA =
      Engine.CUDA.name().equals(System.getProperty("mf4j.contract"));

  static Stream<LayerCase> all() {
    return KINDS.stream()
        .flatMap(kind -> Arrays.stream(Computation.values()).map(c -> new LayerCase(kind, c)))
        .filter(c -> ON_CUDA == (c.computation == Computation.CUDA_FLOAT))
        .filter(c -> !ON_CUDA || c.hasKernels());
  }

  static Stream<LayerCase> deterministic() {
    return all().filter(LayerCase::isDeterministic);
  }

  private boolean isDeterministic() {
    return layer().cell().noise().isNone();
  }

  private boolean hasKernels() {
    return isDeterministic() && layer().cell().preActivations() == 1;
  }

  /** How many numbers the state of a series is, the emitted ones first. */
  int states() {
    return layer().cell().states() * N_OUT;
  }

  /** The same layer on the engine that defines it, in double precision. */
  LayerCase definition() {
    return new LayerCase(kind, Computation.SAMEDIFF_DOUBLE);
  }

  /** The same layer in the same precision on the engine that defines it. */
  LayerCase slowly() {
    return isDefinition() ? this : new LayerCase(kind, Computation.SAMEDIFF_FLOAT);
  }

  boolean isDefinition() {
    return computation == Computation.SAMEDIFF_DOUBLE;
  }

  /** A builder of N_IN channels and N_OUT neurons. */
  CellRnn.Builder<?> builder() {
    return kind.builder
        .get()
        .nIn(N_IN)
        .nOut(N_OUT)
        .engine(computation.engine)
        .gradientCheckpointing(computation.checkpointing);
  }

  CellRnn layer() {
    return builder().build();
  }

  /** A layer on top of another. */
  CellRnn upperLayer() {
    return builder().nIn(N_OUT).build();
  }

  Bidirectional bidirectional(Bidirectional.Mode mode) {
    return new Bidirectional(mode, layer());
  }

  ReferenceRun.Step reference() {
    return kind.reference;
  }

  DataType dataType() {
    return computation.dataType;
  }

  double tolerance() {
    return computation.tolerance;
  }

  @Override
  public String toString() {
    return kind + ", " + computation;
  }
}
