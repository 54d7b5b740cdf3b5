package org.mf4j.cuda.kernels;

import com.sun.jna.Memory;
import java.util.List;
import org.mf4j.cuda.device.DeviceMemory;
import org.mf4j.cuda.device.Gpu;
import org.mf4j.cuda.device.GpuException;
import org.mf4j.cuda.device.Launch;

/** The kernels of grid.cu: blocks share the neurons and exchange states after every step. */
final class GridKernels implements LayerKernels {
  /** A word that no float of the exchange has, see exchange.cuh. */
  private static final int UNSET = -1;

  private static final int THREADS = 256;

  private final Gpu gpu;
  private final CellKind cell;
  private final CommonKernels common;
  private final DeviceMemory.Array states;
  private final DeviceMemory.Array tape;
  private final DeviceMemory.Array packed;
  private final DeviceMemory.Array dv;
  private final DeviceMemory.Array carry;
  private final DeviceMemory.Array parts;
  private final DeviceMemory.Array inputParts;
  private final DeviceMemory.Array constantParts;
  private final DeviceMemory.Array fault;

  GridKernels(Gpu gpu, CellKind cell, DeviceMemory memory) {
    this.gpu = gpu;
    this.cell = cell;
    this.common = new CommonKernels(gpu);
    this.states = memory.array();
    this.tape = memory.array();
    this.packed = memory.array();
    this.dv = memory.array();
    this.carry = memory.array();
    this.parts = memory.array();
    this.inputParts = memory.array();
    this.constantParts = memory.array();
    this.fault = memory.array();
  }

  private void launch(
      String kernel, GridShape shape, int groups, List<? extends Number> arguments) {
    gpu.launch(
        new Launch(
            cell.name() + "-grid-" + shape.chunks(),
            kernel + "_" + shape.chunks() + "_" + shape.rows(),
            shape.tiles(),
            groups,
            1,
            THREADS,
            shape.sharedFloats(),
            true,
            arguments));
  }

  private GridShape shape(Size size) {
    return GridShape.of(size.neurons(), size.batch(), gpu.properties()).orElseThrow();
  }

  private int groups(GridShape shape, Size size) {
    return shape.groups(size.batch(), gpu.properties());
  }

  @Override
  public void forward(Inputs in, long last, Keep keep) {
    Size size = in.size();
    GridShape shape = shape(size);
    int pitch = shape.pitch();
    long step = (long) size.batch() * pitch;
    long all = states.reserve((size.steps() + 1L) * step);
    long drives = tape.reserve(size.steps() * step);
    long broken = fault.reserve(1);
    gpu.fill(broken, 0, 1);
    pad(in.start(), all, size, pitch);
    gpu.fill(after(all, step), UNSET, size.steps() * step);
    common.project(size, in.x(), inputWeights(in), bias(in), drives, pitch);
    launch(
        "forwardGrid",
        shape,
        groups(shape, size),
        List.of(
            drives,
            in.weights(),
            in.coefficients(),
            in.mask(),
            all,
            size.steps(),
            size.batch(),
            size.neurons(),
            cell.rescaleFlag(),
            broken));
    long end = after(all, size.steps() * step);
    crop(end, pitch, last, 0L, new Size(1, size.batch(), size.channels(), size.neurons()));
  }

  private void pad(long from, long to, Size size, int pitch) {
    common.arrange(
        from,
        CommonKernels.Strides.ofRows(size.batch(), size.neurons()),
        to,
        pitch,
        0L,
        1,
        size.batch(),
        size.neurons());
  }

  private void crop(long from, int pitch, long to, long mask, Size size) {
    common.arrange(
        from,
        CommonKernels.Strides.ofRows(size.batch(), pitch),
        to,
        size.neurons(),
        mask,
        size.steps(),
        size.batch(),
        size.neurons());
  }

  private static long after(long address, long floats) {
    return address + Float.BYTES * floats;
  }

  private static long inputWeights(Inputs in) {
    long neurons = in.size().neurons();
    return after(in.weights(), neurons * neurons);
  }

  private static long bias(Inputs in) {
    long neurons = in.size().neurons();
    return after(in.weights(), neurons * (neurons + in.size().channels()));
  }

  @Override
  public long states(Inputs in, boolean cleared) {
    Size size = in.size();
    int pitch = shape(size).pitch();
    long to = packed.reserve((long) size.rows() * size.neurons());
    crop(
        after(states.address(), (long) size.batch() * pitch),
        pitch,
        to,
        cleared ? in.mask() : 0L,
        size);
    return to;
  }

  @Override
  public void backward(Inputs in, Ends ends) {
    Size size = in.size();
    GridShape shape = shape(size);
    int groups = groups(shape, size);
    int constants = 5 * size.neurons();
    int series = groups * shape.rows();
    long sums = ends.constants() == 0 ? 0L : constantParts.reserve((long) series * constants);
    launchBackward(in, ends, shape, groups, sums);
    if (sums != 0) {
      common.gather(sums, ends.constants(), constants, series);
    }
    Size steps =
        new Size(size.steps() - ends.begin(), size.batch(), size.channels(), size.neurons());
    long skipped = (long) ends.begin() * size.batch();
    long gradients = after(dv.address(), skipped * shape.pitch());
    long x = after(in.x(), skipped * size.channels());
    weightGradients(steps, x, skipped, gradients, shape.pitch(), ends.weights());
    gpu.fill(ends.input(), 0, skipped * size.channels());
    long dx = after(ends.input(), skipped * size.channels());
    common.inputGradient(steps, gradients, inputWeights(in), dx, shape.pitch());
  }

  private void launchBackward(Inputs in, Ends ends, GridShape shape, int groups, long sums) {
    Size size = in.size();
    long step = (long) size.batch() * shape.pitch();
    long gradients = dv.reserve(size.steps() * step);
    gpu.fill(after(gradients, ends.begin() * step), UNSET, (size.steps() - ends.begin()) * step);
    launch(
        "backwardGrid",
        shape,
        groups,
        List.of(
            tape.address(),
            in.weights(),
            in.coefficients(),
            in.mask(),
            states.address(),
            ends.epsilon(),
            ends.epsilonOfLast(),
            gradients,
            carry.reserve(step),
            ends.start(),
            sums,
            size.steps(),
            size.batch(),
            size.neurons(),
            ends.begin(),
            cell.rescaleFlag(),
            fault.address()));
  }

  /** dL/d s [RW; W; b] of the rows after the skipped ones. */
  private void weightGradients(
      Size size, long x, long skipped, long gradients, int pitch, long weights) {
    int neurons = size.neurons();
    int recurrent = neurons * neurons;
    int input = (size.channels() + 1) * neurons;
    long before = after(states.address(), skipped * pitch);
    CommonKernels.Shares shares =
        CommonKernels.Shares.ofOuter(size, gpu.properties().multiprocessors());
    long products = parts.reserve((long) shares.count() * recurrent);
    common.outer(size, before, gradients, products, pitch, shares);
    common.gather(products, weights, recurrent, shares.count());
    CommonKernels.Shares ofInputs = CommonKernels.Shares.ofInputs(size);
    long inputProducts = inputParts.reserve((long) ofInputs.count() * input);
    common.outerInputs(size, x, gradients, inputProducts, pitch, ofInputs);
    common.gather(inputProducts, after(weights, recurrent), input, ofInputs.count());
  }

  @Override
  public void verify() {
    try (Memory word = new Memory(Integer.BYTES)) {
      gpu.download(word, fault.address(), Integer.BYTES);
      if (word.getInt(0) != 0) {
        throw new GpuException("a block of the GPU waited in vain for another: this is a bug");
      }
    }
  }
}
