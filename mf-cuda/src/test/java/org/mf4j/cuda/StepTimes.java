package org.mf4j.cuda;

import com.sun.jna.Memory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.cells.MemristiveCell;
import org.mf4j.cuda.device.DeviceMemory;
import org.mf4j.cuda.device.Gpu;
import org.mf4j.cuda.driver.FirstGpu;
import org.mf4j.cuda.kernels.KernelChoice;
import org.mf4j.cuda.kernels.LayerKernels;
import org.mf4j.cuda.kernels.Size;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.engine.Engine;
import org.mf4j.engine.EngineRequest;
import org.mf4j.engine.Sequence;
import org.mf4j.engine.SequenceEngine;
import org.mf4j.engine.SequenceGradients;
import org.mf4j.engine.SequenceRun;
import org.mf4j.engine.SeriesNumbers;
import org.mf4j.engine.StateGradients;
import org.mf4j.engine.fused.FusedEngine;
import org.mf4j.layers.MemristiveRnn;
import org.mf4j.layers.StateSummary;
import org.mf4j.summaries.Last;
import org.mf4j.summaries.SummaryOptions;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Times the memristive layer on the first device: medians in milliseconds, one line per size and
 * way. Run by {@code check} beside PyTorch; arguments: sizes as T,B,N.
 */
public final class StepTimes {
  private static final int REPEATS = 30;
  private static final MemristiveCell CELL =
      new MemristiveCell(MemristiveDynamics.paper(), Integration.EULER, Set.of());

  private final int steps;
  private final int batch;
  private final int neurons;

  private StepTimes(String size) {
    int[] numbers = Arrays.stream(size.split(",")).mapToInt(Integer::parseInt).toArray();
    this.steps = numbers[0];
    this.batch = numbers[1];
    this.neurons = numbers[2];
  }

  public static void main(String[] sizes) {
    Gpu gpu = FirstGpu.of().gpu().orElseThrow();
    System.out.println("device " + gpu.properties());
    for (String size : sizes) {
      StepTimes times = new StepTimes(size);
      times.kernels(gpu);
      EngineRequest layer = new EngineRequest(CELL, 1, times.neurons, DataType.FLOAT, false);
      times.engine("CUDA", new CudaEngine(gpu, layer), REPEATS);
      times.engine("FUSED", new FusedEngine(CELL, false), times.repeatsOnTheCpu());
      times.network(Engine.CUDA, REPEATS);
      times.network(Engine.FUSED, times.repeatsOnTheCpu());
    }
  }

  private int repeatsOnTheCpu() {
    double multiplications = (double) steps * batch * neurons * neurons;
    return multiplications > 1e10 ? 1 : multiplications > 1e9 ? 3 : REPEATS;
  }

  private void print(String what, double milliseconds) {
    System.out.printf(Locale.ROOT, "%d,%d,%d %s %.4f%n", steps, batch, neurons, what, milliseconds);
  }

  private static double median(int repeats, Runnable step) {
    long until = System.nanoTime() + 300_000_000L;
    for (int i = 0; i < Math.min(3, repeats) || (i < 200 && System.nanoTime() < until); i++) {
      step.run();
    }
    double[] times = new double[repeats];
    for (int i = 0; i < repeats; i++) {
      long start = System.nanoTime();
      step.run();
      times[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(times);
    return times[repeats / 2];
  }

  /** The kernels alone, everything on the device: as PyTorch is timed. */
  private void kernels(Gpu gpu) {
    Size size = new Size(steps, batch, 1, neurons);
    try (Gpu.Scope scope = gpu.enter();
        Memory word = new Memory(Integer.BYTES)) {
      DeviceMemory memory = new DeviceMemory(gpu);
      LayerKernels kernels = KernelChoice.of(gpu, KernelCell.kind(CELL), 1, neurons, memory);
      long numbers = (long) size.slots() * neurons;
      LayerKernels.Inputs in =
          new LayerKernels.Inputs(
              size,
              zeros(gpu, memory, (long) steps * batch),
              zeros(gpu, memory, numbers),
              zeros(gpu, memory, 5L * neurons),
              zeros(gpu, memory, (long) batch * neurons),
              0L);
      long last = zeros(gpu, memory, (long) batch * neurons);
      LayerKernels.Ends ends =
          new LayerKernels.Ends(
              0L,
              zeros(gpu, memory, (long) batch * neurons),
              0,
              zeros(gpu, memory, (long) steps * batch),
              zeros(gpu, memory, (long) batch * neurons),
              zeros(gpu, memory, numbers),
              0L);
      Runnable forward = () -> kernels.forward(in, last, LayerKernels.Keep.TAPE);
      Runnable end = () -> gpu.download(word, last, Integer.BYTES);
      long start = System.nanoTime();
      forward.run();
      kernels.backward(in, ends);
      end.run();
      print("first-use", (System.nanoTime() - start) / 1e6);
      print(
          "kernels-forward",
          median(
              REPEATS,
              () -> {
                forward.run();
                end.run();
              }));
      print(
          "kernels-step",
          median(
              REPEATS,
              () -> {
                forward.run();
                kernels.backward(in, ends);
                end.run();
              }));
    }
  }

  private static long zeros(Gpu gpu, DeviceMemory memory, long floats) {
    long at = memory.array().reserve(floats);
    gpu.fill(at, 0, floats);
    return at;
  }

  /** From arrays of the host to arrays of the host; the weights change before every step. */
  private void engine(String name, SequenceEngine engine, int repeats) {
    Map<String, INDArray> params = new HashMap<>();
    params.put("W", Nd4j.rand(DataType.FLOAT, 1, neurons).subi(0.5));
    params.put(
        "RW", Nd4j.rand(DataType.FLOAT, neurons, neurons).subi(0.5).divi(Math.sqrt(neurons)));
    params.put("b", Nd4j.zeros(DataType.FLOAT, 1, neurons));
    INDArray x = Nd4j.rand(DataType.FLOAT, batch, 1, steps).permute(2, 0, 1);
    INDArray start = Nd4j.zeros(DataType.FLOAT, batch, neurons);
    INDArray last = Nd4j.create(DataType.FLOAT, batch, neurons);
    Sequence sequence = new Sequence(x, Optional.empty(), start, last, SeriesNumbers.FIRST);
    INDArray states = Nd4j.create(DataType.FLOAT, steps, batch, neurons);
    Map<String, INDArray> gradients = new HashMap<>();
    params.forEach((key, array) -> gradients.put(key, array.like()));
    SequenceGradients into =
        new SequenceGradients(
            Nd4j.create(DataType.FLOAT, steps, batch, 1), start.like(), gradients);
    StateGradients ofLast = StateGradients.ofLastState(start.add(1));
    StateGradients ofAll = StateGradients.ofActivations(states.like());
    print(
        name + "-step",
        median(repeats, () -> train(engine, sequence, params, into, ofLast, Optional.empty())));
    print(
        name + "-step-all-states",
        median(repeats, () -> train(engine, sequence, params, into, ofAll, Optional.of(states))));
    print(
        name + "-last",
        median(repeats, () -> engine.forward(sequence, params, Optional.empty(), false)));
    print(
        name + "-states",
        median(repeats, () -> engine.forward(sequence, params, Optional.of(states), false)));
  }

  private void train(
      SequenceEngine engine,
      Sequence sequence,
      Map<String, INDArray> params,
      SequenceGradients into,
      StateGradients from,
      Optional<INDArray> states) {
    params.get("b").addi(1e-6f);
    SequenceRun run = engine.forward(sequence, params, states, true);
    run.backward(from, steps, into);
  }

  /** Fitting a whole network that reads the last states. */
  private void network(Engine engine, int repeats) {
    MultiLayerNetwork net =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Adam(1e-3))
                .list(
                    new StateSummary(
                        new MemristiveRnn.Builder().nOut(neurons).engine(engine).build(),
                        SummaryOptions.of(new Last())),
                    new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(6)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.recurrent(1))
                .build());
    net.init();
    INDArray labels = Nd4j.zeros(DataType.FLOAT, batch, 6);
    labels.getColumn(0).assign(1);
    DataSet data = new DataSet(Nd4j.rand(DataType.FLOAT, batch, 1, steps), labels);
    print(engine + "-fit", median(repeats, () -> net.fit(data)));
  }
}
