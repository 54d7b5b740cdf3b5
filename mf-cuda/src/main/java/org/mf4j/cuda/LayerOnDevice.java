package org.mf4j.cuda;

import java.util.Arrays;
import java.util.Map;
import org.mf4j.cells.CellKernel;
import org.mf4j.cells.RecurrentCell;
import org.mf4j.cuda.device.DeviceMemory;
import org.mf4j.cuda.device.Gpu;
import org.mf4j.cuda.kernels.KernelChoice;
import org.mf4j.cuda.kernels.LayerKernels;
import org.mf4j.cuda.kernels.Size;
import org.mf4j.engine.Constants;
import org.mf4j.engine.EngineRequest;
import org.mf4j.engine.Sequence;
import org.mf4j.engine.SequenceGradients;
import org.mf4j.engine.StackedWeights;
import org.mf4j.engine.StateGradients;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What one layer has on the device: its kernels, its weights, and room for a batch. */
final class LayerOnDevice {
  private final EngineRequest layer;
  private final DeviceMemory memory;
  private final Transfers transfers;
  private final LayerKernels kernels;
  private final StackedWeights weights;
  private final DeviceMemory.Array weightsThere;
  private final DeviceMemory.Array coefficientsThere;
  private final DeviceMemory.Array x;
  private final DeviceMemory.Array mask;
  private final DeviceMemory.Array start;
  private final DeviceMemory.Array last;
  private final DeviceMemory.Array epsilon;
  private final DeviceMemory.Array epsilonOfLast;
  private final DeviceMemory.Array inputGradient;
  private final DeviceMemory.Array startGradient;
  private final DeviceMemory.Array weightGradient;
  private final DeviceMemory.Array constantSums;
  private CellKernel cell;
  private float[] coefficients;
  private boolean isLoaded;

  LayerOnDevice(Gpu gpu, EngineRequest layer) {
    this.layer = layer;
    this.memory = new DeviceMemory(gpu);
    this.transfers = new Transfers(gpu, memory);
    RecurrentCell ofLayer = layer.cell();
    this.kernels =
        KernelChoice.of(gpu, KernelCell.kind(ofLayer), layer.channels(), layer.neurons(), memory);
    this.weights = new StackedWeights(layer.channels(), layer.neurons(), 1);
    this.weightsThere = memory.array();
    this.coefficientsThere = memory.array();
    this.x = memory.array();
    this.mask = memory.array();
    this.start = memory.array();
    this.last = memory.array();
    this.epsilon = memory.array();
    this.epsilonOfLast = memory.array();
    this.inputGradient = memory.array();
    this.startGradient = memory.array();
    this.weightGradient = memory.array();
    this.constantSums = memory.array();
  }

  LayerKernels kernels() {
    return kernels;
  }

  Transfers transfers() {
    return transfers;
  }

  /** {@return bytes of device memory} */
  long bytes() {
    return memory.bytes();
  }

  /** Takes weights and constants to the device, if they differ from those that are there. */
  void load(Map<String, INDArray> params) {
    RecurrentCell ofLayer = layer.cell();
    if (cell == null || !ofLayer.freeConstants().isEmpty()) {
      Map<String, double[]> constants = Constants.of(ofLayer, params);
      cell = ofLayer.kernel(constants, layer.neurons());
      float[] now = KernelCell.coefficients(ofLayer, constants, layer.neurons());
      isLoaded &= Arrays.equals(now, coefficients);
      coefficients = now;
    }
    boolean changed = weights.load(params, cell.scale());
    if (changed || !isLoaded) {
      isLoaded = false;
      float[] stacked = weights.stacked();
      transfers.upload(weightsThere.reserve(stacked.length), stacked);
      transfers.upload(coefficientsThere.reserve(coefficients.length), coefficients);
      isLoaded = true;
    }
  }

  /** Takes a batch to the device. */
  LayerKernels.Inputs upload(Sequence sequence, Size size) {
    return new LayerKernels.Inputs(
        size,
        transfers.upload(x, sequence.x()),
        weightsThere.address(),
        coefficientsThere.address(),
        transfers.upload(start, sequence.initialState()),
        sequence
            .mask()
            .map(m -> transfers.upload(mask, m.castTo(DataType.FLOAT).permute(1, 0)))
            .orElse(0L));
  }

  /** Room for h(T). */
  long last(Sequence sequence) {
    return last.reserve(sequence.lastState().length());
  }

  /** Goes back through the forward pass before. */
  void backward(
      LayerKernels.Inputs in, StateGradients from, int steps, SequenceGradients gradients) {
    int neurons = layer.neurons();
    boolean learns = !layer.cell().freeConstants().isEmpty();
    LayerKernels.Ends ends =
        new LayerKernels.Ends(
            from.activations().map(e -> transfers.upload(epsilon, e)).orElse(0L),
            from.lastState().map(e -> transfers.upload(epsilonOfLast, e)).orElse(0L),
            in.size().steps() - steps,
            inputGradient.reserve(gradients.input().length()),
            startGradient.reserve(gradients.initialState().length()),
            weightGradient.reserve(weights.stacked().length),
            learns ? constantSums.reserve(5L * neurons) : 0L);
    kernels.backward(in, ends);
    transfers.download(ends.input(), gradients.input());
    transfers.download(ends.start(), gradients.initialState());
    float[] gradient = new float[weights.stacked().length];
    transfers.download(ends.weights(), gradient);
    kernels.verify();
    if (learns) {
      double[] ofScale = weights.scaleGradient(gradient);
      Constants.store(cell.constantGradients(sums(ends.constants()), ofScale), gradients.params());
    }
    weights.store(gradient, gradients.params());
  }

  private double[][] sums(long from) {
    float[] all = new float[5 * layer.neurons()];
    transfers.download(from, all);
    double[][] sums = new double[5][layer.neurons()];
    for (int i = 0; i < all.length; i++) {
      sums[i / layer.neurons()][i % layer.neurons()] = all[i];
    }
    return sums;
  }
}
