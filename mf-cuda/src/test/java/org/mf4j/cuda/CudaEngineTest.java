package org.mf4j.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mf4j.cells.LeakyCell;
import org.mf4j.cuda.device.GpuException;
import org.mf4j.cuda.device.GpuProperties;
import org.mf4j.engine.EngineRequest;
import org.mf4j.engine.ReferenceRun;
import org.mf4j.engine.Sequence;
import org.mf4j.engine.SequenceGradients;
import org.mf4j.engine.SequenceRun;
import org.mf4j.engine.StateGradients;
import org.mf4j.engine.StateObserver;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** How the engine goes through long series, and what it holds on the device. */
class CudaEngineTest {
  private static final int STEPS = 11;
  private static final int BATCH = 35;
  private static final int CHANNELS = 2;
  private static final LeakyCell CELL = new LeakyCell(0.3);

  private static EngineRequest layer(int neurons) {
    return new EngineRequest(CELL, CHANNELS, neurons, DataType.FLOAT, false);
  }

  private static EmulatedGpu gpu() {
    return gpu(1L << 30);
  }

  private static EmulatedGpu gpu(long memory) {
    return new EmulatedGpu(new GpuProperties("emulation", "0.0", 90, memory, 6, 227 << 10, true));
  }

  private static Map<String, INDArray> params(int neurons) {
    Map<String, INDArray> params = new HashMap<>();
    params.put("W", Nd4j.rand(DataType.FLOAT, CHANNELS, neurons).subi(0.5));
    params.put("RW", Nd4j.rand(DataType.FLOAT, neurons, neurons).subi(0.5));
    params.put("b", Nd4j.rand(DataType.FLOAT, 1, neurons).subi(0.5));
    return params;
  }

  private static Sequence sequence(int neurons, int steps) {
    return new Sequence(
        Nd4j.rand(DataType.FLOAT, BATCH, CHANNELS, steps).permute(2, 0, 1),
        Optional.of(Nd4j.rand(DataType.FLOAT, BATCH, steps).gt(0.2).castTo(DataType.FLOAT)),
        Nd4j.rand(DataType.FLOAT, BATCH, neurons));
  }

  /** {@code [T,B,N]} */
  private static ReferenceRun reference(Sequence s, Map<String, INDArray> params) {
    return ReferenceRun.of(
        ReferenceRun.leaky(0.3),
        params.get("W"),
        params.get("RW"),
        params.get("b"),
        s.x().permute(1, 2, 0),
        s.mask().orElseThrow(),
        s.initialState());
  }

  private static void assertClose(INDArray actual, INDArray expected) {
    assertThat(actual.castTo(DataType.DOUBLE).distance2(expected))
        .isLessThanOrEqualTo(1e-5 * expected.norm2Number().doubleValue());
  }

  /** Three steps a stretch: eleven steps are four stretches. Blocks and grid. */
  @ParameterizedTest
  @ValueSource(ints = {9, 140})
  void inferenceGoesThroughLongSeriesInStretches(int neurons) {
    CudaEngine engine = new CudaEngine(gpu(), layer(neurons), 3L * BATCH * neurons);
    Map<String, INDArray> params = params(neurons);
    Sequence sequence = sequence(neurons, STEPS);
    INDArray activations = Nd4j.create(DataType.FLOAT, STEPS, BATCH, neurons);
    engine.forward(sequence, params, Optional.of(activations), false);
    ReferenceRun expected = reference(sequence, params);
    assertClose(activations.permute(1, 2, 0), expected.activations());
    assertClose(sequence.lastState(), expected.lastState());

    Sequence again = new Sequence(sequence.x(), sequence.mask(), sequence.initialState());
    engine.forward(again, params, Optional.empty(), false);
    assertThat(again.lastState()).isEqualTo(sequence.lastState());
  }

  /** Two blocks of series, in stretches of three steps; masked series show what they carry. */
  @ParameterizedTest
  @ValueSource(ints = {9, 140})
  void observersSeeEveryStateInOrder(int neurons) {
    CudaEngine engine = new CudaEngine(gpu(), layer(neurons), 3L * BATCH * neurons);
    Map<String, INDArray> params = params(neurons);
    Sequence sequence = sequence(neurons, STEPS);
    double[][][] seen = new double[BATCH][neurons][STEPS];
    int[] ended = {0};
    int[] next = new int[BATCH];
    StateObserver observer =
        (start, rows) ->
            new StateObserver.OfSeries() {
              @Override
              public void step(int t, float[] states, int first) {
                assertThat(t).isEqualTo(next[start]++);
                for (int i = 0; i < rows * neurons; i++) {
                  seen[start + i / neurons][i % neurons][t] = states[first + i];
                }
              }

              @Override
              public void end() {
                ended[0] += rows;
              }
            };
    engine.observe(sequence, params, observer);
    assertThat(ended[0]).isEqualTo(BATCH);
    assertClose(Nd4j.createFromArray(seen), carried(reference(sequence, params), sequence));
  }

  /** The activations with the state before in the place of what is masked. */
  private static INDArray carried(ReferenceRun run, Sequence sequence) {
    INDArray states = run.activations();
    for (int b = 0; b < BATCH; b++) {
      for (int t = 0; t < STEPS; t++) {
        if (sequence.mask().orElseThrow().getDouble(b, t) == 0) {
          for (int i = 0; i < states.size(1); i++) {
            double before =
                t == 0 ? sequence.initialState().getDouble(b, i) : states.getDouble(b, i, t - 1);
            states.putScalar(new int[] {b, i, t}, before);
          }
        }
      }
    }
    return states;
  }

  private static void train(CudaEngine engine, Map<String, INDArray> params, int steps) {
    int neurons = (int) params.get("RW").size(0);
    Sequence sequence = sequence(neurons, steps);
    SequenceRun run = engine.forward(sequence, params, Optional.empty(), true);
    Map<String, INDArray> gradients = new HashMap<>();
    params.forEach((name, array) -> gradients.put(name, array.like()));
    run.backward(
        StateGradients.ofLastState(Nd4j.ones(DataType.FLOAT, BATCH, neurons)),
        steps,
        new SequenceGradients(
            Nd4j.create(DataType.FLOAT, steps, BATCH, CHANNELS),
            Nd4j.create(DataType.FLOAT, BATCH, neurons),
            gradients));
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 140})
  void deviceMemoryGrowsWithTheLargestBatchOnly(int neurons) {
    CudaEngine engine = new CudaEngine(gpu(), layer(neurons));
    Map<String, INDArray> params = params(neurons);
    train(engine, params, 4);
    long held = engine.deviceBytes();
    for (int steps : new int[] {4, 1, 3, 4}) {
      train(engine, params, steps);
      assertThat(engine.deviceBytes()).isEqualTo(held);
    }
    train(engine, params, 5);
    assertThat(engine.deviceBytes()).isGreaterThan(held);
  }

  @Test
  void deviceMemoryIsFreedWithTheEngine() throws InterruptedException {
    EmulatedGpu gpu = gpu();
    train(new CudaEngine(gpu, layer(9)), params(9), 2);
    assertThat(gpu.allocations()).isPositive();
    for (int i = 0; i < 100 && gpu.allocations() > 0; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertThat(gpu.allocations()).isZero();
  }

  /** 35 series of 9 neurons over 40 steps take 50,400 bytes an array. */
  @Test
  void afterABatchThatIsTooLargeTheEngineStillWorks() {
    CudaEngine engine = new CudaEngine(gpu(50_000), layer(9));
    Map<String, INDArray> params = params(9);
    assertThatThrownBy(() -> train(engine, params, 40))
        .isInstanceOf(GpuException.class)
        .hasMessage("no room for 50400 bytes");
    Sequence sequence = sequence(9, STEPS);
    engine.forward(sequence, params, Optional.empty(), true);
    assertClose(sequence.lastState(), reference(sequence, params).lastState());
  }

  @Test
  void aRunGoesBackOnceAndNotAfterAnother() {
    CudaEngine engine = new CudaEngine(gpu(), layer(9));
    Map<String, INDArray> params = params(9);
    SequenceRun first = engine.forward(sequence(9, 2), params, Optional.empty(), true);
    engine.forward(sequence(9, 2), params, Optional.empty(), false);
    assertThatThrownBy(() -> first.backward(null, 2, null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("followed by another");
  }

  @Test
  void weightsThatChangeInPlaceAreSeen() {
    CudaEngine engine = new CudaEngine(gpu(), layer(9));
    Map<String, INDArray> params = params(9);
    Sequence sequence = sequence(9, STEPS);
    engine.forward(sequence, params, Optional.empty(), false);
    params.get("RW").muli(-1);
    engine.forward(sequence, params, Optional.empty(), false);
    assertClose(sequence.lastState(), reference(sequence, params).lastState());
  }

  /** Rows of a larger array, and columns of it: neither dense nor in C order. */
  @Test
  void inputsMayHaveAnyStrides() {
    CudaEngine engine = new CudaEngine(gpu(), layer(9));
    Map<String, INDArray> params = params(9);
    INDArray large = Nd4j.rand(DataType.FLOAT, STEPS + 2, CHANNELS + 1, BATCH + 3);
    INDArray x =
        large
            .get(
                NDArrayIndex.interval(1, STEPS + 1),
                NDArrayIndex.interval(1, CHANNELS + 1),
                NDArrayIndex.interval(2, BATCH + 2))
            .permute(0, 2, 1);
    Sequence sequence =
        new Sequence(
            x,
            Optional.of(Nd4j.ones(DataType.FLOAT, BATCH, STEPS)),
            Nd4j.rand(DataType.FLOAT, 9, BATCH).transpose());
    engine.forward(sequence, params, Optional.empty(), false);
    assertThat(Arrays.stream(x.shape()).toArray()).containsExactly(STEPS, BATCH, CHANNELS);
    assertClose(sequence.lastState(), reference(sequence, params).lastState());
  }
}
