package org.mf4j.engine.edges;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.mf4j.cells.GatedMemristiveCell;
import org.mf4j.cells.LeakyCell;
import org.mf4j.cells.MemristiveCell;
import org.mf4j.cells.RecurrentCell;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.TheoremV6;
import org.mf4j.engine.Sequence;
import org.mf4j.engine.SequenceEngine;
import org.mf4j.engine.SequenceGradients;
import org.mf4j.engine.SequenceRun;
import org.mf4j.engine.StateGradients;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A random network at the edges of what is allowed, with a random series: gamma = 1, deltaT at the
 * limit of Theorem V.6 or next to nothing, slopes 0.1 to 100, inputs of 0, of denormal numbers and
 * up to 1e30, constant series, one step, one neuron. All numbers are floats, so that every engine
 * sees the same.
 */
public final class EdgeCase {
  private static final double[] INPUT_SCALES = {0, 1e-44, 1e-39, 1e-20, 1, 1, 1, 1e3, 1e10, 1e30};

  private final SeededRandom random;
  private final long seed;
  private final RecurrentCell cell;
  final int batch;
  final int channels;
  final int neurons;
  final int steps;
  final float[] x;
  final float[] present;
  final float[] h0;
  final float[] w;
  final float[] rw;
  final float[] b;
  final float[] epsilon;

  /** Draws a case. */
  public EdgeCase(long seed) {
    this.seed = seed;
    this.random = new SeededRandom(seed);
    this.batch = 1 + random.nextInt(3);
    this.channels = 1 + random.nextInt(3);
    this.neurons = random.nextInt(4) == 0 ? 1 : 1 + random.nextInt(8);
    this.steps = random.nextInt(4) == 0 ? 1 : 1 + random.nextInt(12);
    this.cell = randomCell();
    int columns = neurons * cell.preActivations();
    this.x = series();
    this.present = new float[batch * steps];
    boolean masked = random.nextInt(4) == 0;
    fill(present, () -> masked && random.nextInt(3) == 0 ? 0 : 1);
    this.h0 = new float[batch * neurons];
    double start = pick(0, 0, 1e-40, 1);
    fill(h0, () -> start * random.nextDouble());
    this.w = weights(channels * columns, pick(0.1, 1, 10));
    this.rw = weights(neurons * columns, pick(0, 0.5, 2) / Math.sqrt(neurons));
    this.b = weights(columns, pick(0, 1e-3, 1));
    this.epsilon = weights(batch * neurons * steps, 1);
  }

  private RecurrentCell randomCell() {
    return switch (random.nextInt(10)) {
      case 0 -> new LeakyCell(pick(1, 1e-6, random.uniform(0.01, 1)));
      case 1 -> new GatedMemristiveCell(memristive(true));
      case 2 -> memristive(false);
      default -> memristive(true);
    };
  }

  private MemristiveCell memristive(boolean rescale) {
    Integration integration = random.nextInt(2) == 0 ? Integration.EULER : Integration.EXACT;
    MemristiveDynamics dynamics =
        MemristiveDynamics.paper()
            .withGamma(values(() -> pick(1, 1, 0.999999, 0.95, random.uniform(0.01, 1))))
            .withSlope(values(() -> pick(0.1, 1, 100, logUniform(0.1, 100))));
    if (random.nextInt(2) == 0) {
      dynamics =
          dynamics
              .withKp0(values(() -> logUniform(1e-5, 1e-3)))
              .withKd0(values(() -> random.uniform(0.2, 1)))
              .withEtaP(values(() -> random.uniform(6, 11)))
              .withEtaD(values(() -> random.uniform(0.5, 2)));
    }
    dynamics = dynamics.withDeltaT(steps(dynamics, integration));
    return new MemristiveCell(
        rescale ? dynamics : dynamics.withoutRescale(), integration, Set.of());
  }

  /** Up to the limit of Theorem V.6, gamma - deltaT p_max > -1; the exact step has none. */
  private double[] steps(MemristiveDynamics dynamics, Integration integration) {
    double[] deltaT = new double[neurons];
    for (int i = 0; i < neurons; i++) {
      double limit = (1 + dynamics.gamma().at(i)) / TheoremV6.largestRate(dynamics, i) * (1 - 1e-6);
      double large = integration == Integration.EULER ? limit : limit * logUniform(1, 1e6);
      deltaT[i] = pick(limit, large, logUniform(1e-6, limit), 0.1 * limit, 1e-30, 1e-43, 1e-60);
    }
    return deltaT;
  }

  private double[] values(DoubleSupplier value) {
    double[] values = new double[random.nextInt(2) == 0 ? 1 : neurons];
    Arrays.setAll(values, i -> value.getAsDouble());
    return values;
  }

  private double pick(double... values) {
    return values[random.nextInt(values.length)];
  }

  private double logUniform(double lower, double upper) {
    return Math.exp(random.uniform(Math.log(lower), Math.log(upper)));
  }

  private float[] series() {
    float[] series = new float[steps * batch * channels];
    double scale = pick(INPUT_SCALES);
    boolean constant = random.nextInt(4) == 0;
    double value = random.uniform(-1, 1);
    fill(series, () -> scale * (constant ? value : random.uniform(-1, 1)));
    return series;
  }

  private float[] weights(int count, double scale) {
    float[] weights = new float[count];
    fill(weights, () -> random.uniform(-scale, scale));
    return weights;
  }

  private static void fill(float[] array, DoubleSupplier value) {
    for (int i = 0; i < array.length; i++) {
      array[i] = (float) value.getAsDouble();
    }
  }

  /** The cell of the network. */
  public RecurrentCell cell() {
    return cell;
  }

  /** nIn. */
  public int channels() {
    return channels;
  }

  /** N. */
  public int neurons() {
    return neurons;
  }

  /** Whether gradients are far from the largest float. */
  boolean hasModestInputs() {
    return IntStream.range(0, x.length).allMatch(i -> Math.abs(x[i]) <= 1e3);
  }

  boolean isPresent(int series, int t) {
    return present[series * steps + t] != 0;
  }

  float x(int series, int t, int channel) {
    return x[(t * batch + series) * channels + channel];
  }

  /** What an engine made of the case, all in C order. */
  @SuppressWarnings("ArrayRecordComponent")
  record Outcome(
      double[] activations, double[] last, boolean finite, Map<String, double[]> gradients) {}

  /** Runs it forward and back. */
  Outcome run(SequenceEngine engine, DataType type) {
    int columns = neurons * cell.preActivations();
    Map<String, INDArray> params = new LinkedHashMap<>();
    params.put(SequenceEngine.INPUT_WEIGHTS, array(type, w, channels, columns));
    params.put(SequenceEngine.RECURRENT_WEIGHTS, array(type, rw, neurons, columns));
    params.put(SequenceEngine.BIAS, array(type, b, 1, columns));
    Map<String, INDArray> gradients = new LinkedHashMap<>();
    params.forEach((name, values) -> gradients.put(name, values.like()));
    INDArray series = array(type, x, steps, batch, channels);
    INDArray mask = array(type, present, batch, steps);
    INDArray start = array(type, h0, batch, neurons);
    INDArray activations = Nd4j.create(type, steps, batch, neurons);
    Sequence sequence = new Sequence(series, Optional.of(mask), start);
    SequenceRun run = engine.forward(sequence, params, Optional.of(activations), true);
    gradients.put("x", series.like());
    gradients.put("h0", start.like());
    Map<String, INDArray> ofParams = new LinkedHashMap<>(gradients);
    ofParams.keySet().retainAll(params.keySet());
    run.backward(
        StateGradients.ofActivations(array(type, epsilon, steps, batch, neurons)),
        steps,
        new SequenceGradients(gradients.get("x"), gradients.get("h0"), ofParams));
    Map<String, double[]> values = new LinkedHashMap<>();
    gradients.forEach((name, gradient) -> values.put(name, doubles(gradient)));
    return new Outcome(doubles(activations), doubles(run.lastState()), run.isFinite(), values);
  }

  private static INDArray array(DataType type, float[] values, long... shape) {
    return Nd4j.createFromArray(values).castTo(type).reshape(shape);
  }

  private static double[] doubles(INDArray array) {
    return array.dup('c').castTo(DataType.DOUBLE).data().asDouble();
  }

  @Override
  public String toString() {
    return "case %d: %d series, %d channels, %d neurons, %d steps, %s"
        .formatted(seed, batch, channels, neurons, steps, cell);
  }
}
