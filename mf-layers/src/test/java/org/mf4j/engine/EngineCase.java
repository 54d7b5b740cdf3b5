package org.mf4j.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.mf4j.cells.GatedMemristiveCell;
import org.mf4j.cells.LeakyCell;
import org.mf4j.cells.LstmCell;
import org.mf4j.cells.MemristiveCell;
import org.mf4j.cells.RecurrentCell;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.dynamics.stochastic.BoundedPowerLaw;
import org.mf4j.dynamics.stochastic.DeviceNoise;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A random cell with random weights, series, mask, initial state and incoming gradient. */
final class EngineCase {
  private final SeededRandom random;
  private final int batch;
  private final int channels;
  private final int neurons;
  private final int steps;
  private final RecurrentCell cell;
  private final Map<String, INDArray> arrays = new LinkedHashMap<>();
  private INDArray mask;
  private final Optional<INDArray> epsilon;
  private final Optional<INDArray> epsilonOfLast;

  EngineCase(long seed, int batch, int channels, int neurons, int steps) {
    this.random = new SeededRandom(seed);
    this.batch = batch;
    this.channels = channels;
    this.neurons = neurons;
    this.steps = steps;
    this.cell = randomCell();
    arrays.put("x", uniform(2, batch, channels, steps));
    int columns = cell.preActivations() * neurons;
    int states = cell.states() * neurons;
    arrays.put("h0", uniform(0.5, batch, states).addi(0.5));
    arrays.put("W", uniform(1, channels, columns));
    arrays.put("RW", uniform(1.0 / Math.sqrt(neurons), neurons, columns));
    arrays.put("b", uniform(1, 1, columns));
    cell.freeConstants()
        .forEach((name, free) -> arrays.put(name, Nd4j.createFromArray(new double[][] {free})));
    arrays.replaceAll((name, array) -> roundedToFloat(array));
    if (random.nextInt(2) == 0) {
      mask = uniform(1, batch, steps).gt(-0.4).castTo(DataType.DOUBLE);
    }
    int read = random.nextInt(3);
    this.epsilon = read < 2 ? Optional.of(coefficients(batch, neurons, steps)) : Optional.empty();
    this.epsilonOfLast = read > 0 ? Optional.of(coefficients(batch, states)) : Optional.empty();
  }

  private RecurrentCell randomCell() {
    return switch (random.nextInt(7)) {
      case 0 -> leaky();
      case 1 -> new OutputGatedCell(random.uniform(0.1, 0.4));
      case 2 -> new GatedMemristiveCell(memristive(true));
      case 3 -> new LstmCell();
      default -> memristive(random.nextInt(4) > 0);
    };
  }

  private RecurrentCell leaky() {
    return new LeakyCell(random.nextInt(2) == 0 ? 1 : random.uniform(0.1, 1));
  }

  private MemristiveCell memristive(boolean rescale) {
    MemristiveDynamics dynamics =
        MemristiveDynamics.paper()
            .withGamma(random.nextInt(2) == 0 ? values(1, 1) : values(0.5, 1))
            .withDeltaT(values(0.001, 0.1))
            .withSlope(random.nextInt(2) == 0 ? values(1, 1) : values(0.5, 5));
    if (random.nextInt(2) == 0) {
      dynamics = physical(dynamics);
    }
    double[] mild = values(1, 2);
    Set<PhysicalConstant> trained = EnumSet.noneOf(PhysicalConstant.class);
    for (PhysicalConstant constant : PhysicalConstant.values()) {
      if (random.nextInt(3) == 0 && (rescale || constant != PhysicalConstant.SLOPE)) {
        trained.add(constant);
      }
    }
    return new MemristiveCell(
        rescale ? dynamics : dynamics.withoutRescale().withEtaP(mild),
        random.nextInt(2) == 0 ? Integration.EULER : Integration.EXACT,
        trained,
        noise());
  }

  /** A third without, a third with white noise, a third with jumps too. */
  private DeviceNoise noise() {
    int kind = random.nextInt(3);
    DeviceNoise white = DeviceNoise.gaussian(0, random.nextLong()).withSigma(values(0.01, 0.5));
    return switch (kind) {
      case 0 -> DeviceNoise.none();
      case 1 -> white;
      default ->
          white
              .withJumps(0, new BoundedPowerLaw(random.uniform(0.5, 3), 0.01, 0.2))
              .withJumpRate(values(0, 5));
    };
  }

  /** Rates and exponents about those of Table II, the largest K_p about the same. */
  private MemristiveDynamics physical(MemristiveDynamics dynamics) {
    return dynamics
        .withKp0(values(5e-5, 2e-4))
        .withKd0(values(0.2, 1))
        .withEtaP(values(6, 11))
        .withEtaD(values(0.5, 2));
  }

  /** One value or one per neuron. */
  private double[] values(double lower, double upper) {
    double[] values = new double[random.nextInt(2) == 0 ? 1 : neurons];
    Arrays.setAll(values, i -> lower + (upper - lower) * random.nextDouble());
    return values;
  }

  private INDArray uniform(double scale, long... shape) {
    double[] values = new double[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    Arrays.setAll(values, i -> random.uniform(-scale, scale));
    return Nd4j.createFromArray(values).reshape(shape);
  }

  /** Both precisions must see the same numbers. */
  private static INDArray roundedToFloat(INDArray array) {
    return array.castTo(DataType.FLOAT).castTo(DataType.DOUBLE);
  }

  RecurrentCell cell() {
    return cell;
  }

  private List<String> params() {
    List<String> names = new ArrayList<>(List.of("W", "RW", "b"));
    names.addAll(cell.freeConstants().keySet());
    return names;
  }

  /** What a loss multiplies states with: dL/d activations {@code [B,N,T]}, or of the last ones. */
  private INDArray coefficients(long... shape) {
    return roundedToFloat(uniform(1, shape));
  }

  private StateGradients stateGradients(DataType type) {
    return new StateGradients(
        epsilon.map(e -> e.castTo(type).permute(2, 0, 1)), epsilonOfLast.map(e -> e.castTo(type)));
  }

  private double loss() {
    ReferenceRun run = referenceRun();
    return epsilon.map(e -> run.activations().mul(e).sumNumber().doubleValue()).orElse(0.0)
        + epsilonOfLast.map(e -> run.lastState().mul(e).sumNumber().doubleValue()).orElse(0.0);
  }

  /** What an engine makes of the case: activations, last state, and all gradients, by name. */
  Map<String, INDArray> run(SequenceEngine engine, DataType type) {
    Map<String, INDArray> params = new LinkedHashMap<>();
    Map<String, INDArray> gradients = new LinkedHashMap<>();
    for (String name : params()) {
      params.put(name, arrays.get(name).castTo(type));
      gradients.put(name, arrays.get(name).castTo(type).like());
    }
    INDArray x = arrays.get("x").castTo(type).permute(2, 0, 1);
    INDArray activations = Nd4j.create(type, steps, batch, neurons);
    Sequence sequence = new Sequence(x, Optional.ofNullable(mask), arrays.get("h0").castTo(type));
    SequenceRun run = engine.forward(sequence, params, Optional.of(activations), true);
    Map<String, INDArray> results = new LinkedHashMap<>();
    results.put("activations", activations.permute(1, 2, 0));
    results.put("last state", run.lastState());
    INDArray dx = Nd4j.create(type, steps, batch, channels);
    INDArray dInitial = arrays.get("h0").castTo(type).like();
    run.backward(stateGradients(type), steps, new SequenceGradients(dx, dInitial, gradients));
    results.put("dx", dx.permute(1, 2, 0));
    results.put("dh0", dInitial);
    gradients.forEach((name, gradient) -> results.put("d" + name, gradient));
    results.replaceAll((name, array) -> array.castTo(DataType.DOUBLE));
    return withConstantsTogether(results);
  }

  /** The same by plain loops and finite differences. */
  Map<String, INDArray> reference() {
    Map<String, INDArray> results = new LinkedHashMap<>();
    results.put("activations", referenceRun().activations());
    results.put("last state", referenceRun().lastState());
    results.put("dx", differences(arrays.get("x")));
    results.put("dh0", differences(arrays.get("h0")));
    params().forEach(name -> results.put("d" + name, differences(arrays.get(name))));
    return withConstantsTogether(results);
  }

  /**
   * The gradients of the learned constants as one vector: a shared constant's is one number, a sum
   * over all neurons and steps whose terms may cancel, and has no norm of its own to compare with.
   */
  private Map<String, INDArray> withConstantsTogether(Map<String, INDArray> results) {
    List<INDArray> constants = new ArrayList<>();
    for (String name : cell.freeConstants().keySet()) {
      INDArray gradient = results.remove("d" + name);
      constants.add(gradient.reshape(gradient.length()));
    }
    if (!constants.isEmpty()) {
      results.put("dConstants", Nd4j.concat(0, constants.toArray(new INDArray[0])));
    }
    return results;
  }

  private ReferenceRun referenceRun() {
    return ReferenceRun.of(
        step(),
        arrays.get("W"),
        arrays.get("RW"),
        arrays.get("b"),
        arrays.get("x"),
        mask,
        arrays.get("h0"));
  }

  private ReferenceRun.Step step() {
    if (cell instanceof LeakyCell leaky) {
      return ReferenceRun.leaky(leaky.leakRate());
    }
    if (cell instanceof OutputGatedCell outputGated) {
      return outputGated.reference();
    }
    if (cell instanceof LstmCell) {
      return ReferenceRun.lstm();
    }
    boolean gated = cell instanceof GatedMemristiveCell;
    MemristiveCell memristive =
        gated ? ((GatedMemristiveCell) cell).memristor() : (MemristiveCell) cell;
    MemristiveDynamics dynamics = memristive.dynamics();
    for (PhysicalConstant constant : memristive.trained()) {
      double[] values = arrays.get(constant.key()).dup().data().asDouble();
      Arrays.setAll(values, i -> constant.fromFree(values[i]));
      dynamics = dynamics.with(constant, values);
    }
    if (!memristive.noise().isNone()) {
      return new ReferenceRun.Noisy(dynamics, memristive.integration(), memristive.noise());
    }
    return gated
        ? ReferenceRun.gated(dynamics, memristive.integration())
        : ReferenceRun.memristive(dynamics, memristive.integration());
  }

  /** Central differences of fourth order. */
  private INDArray differences(INDArray array) {
    DoubleSupplier loss = this::loss;
    double step = 1e-3;
    INDArray gradient = array.like();
    for (long i = 0; i < array.length(); i++) {
      double value = array.getDouble(i);
      double near = at(array, i, value + step, loss) - at(array, i, value - step, loss);
      double far = at(array, i, value + 2 * step, loss) - at(array, i, value - 2 * step, loss);
      array.putScalar(i, value);
      gradient.putScalar(i, (8 * near - far) / (12 * step));
    }
    return gradient;
  }

  private static double at(INDArray array, long i, double value, DoubleSupplier loss) {
    array.putScalar(i, value);
    return loss.getAsDouble();
  }

  @Override
  public String toString() {
    return cell
        + ", mask "
        + (mask != null)
        + ", loss of all states "
        + epsilon.isPresent()
        + ", of the last "
        + epsilonOfLast.isPresent();
  }
}
