package org.mf4j.cuda.kernels;

import static org.mf4j.cuda.kernels.Size.up;

import java.util.List;
import org.mf4j.cuda.device.DeviceMemory;
import org.mf4j.cuda.device.Gpu;
import org.mf4j.cuda.device.Launch;

/** The kernels of block.cu: a block runs a few series by itself. */
final class BlockKernels implements LayerKernels {
  static final int MOST_NEURONS = 128;
  static final int MOST_SLOTS = 160;

  /** Four neurons times eight threads. */
  private static final int CHUNK = 32;

  private static final int WARP = 32;

  private final Gpu gpu;
  private final CellKind cell;
  private final CommonKernels common;
  private final DeviceMemory.Array states;
  private final DeviceMemory.Array tape;
  private final DeviceMemory.Array cleared;
  private final DeviceMemory.Array weightParts;
  private final DeviceMemory.Array constantParts;

  BlockKernels(Gpu gpu, CellKind cell, DeviceMemory memory) {
    this.gpu = gpu;
    this.cell = cell;
    this.common = new CommonKernels(gpu);
    this.states = memory.array();
    this.tape = memory.array();
    this.cleared = memory.array();
    this.weightParts = memory.array();
    this.constantParts = memory.array();
  }

  /** Series per block: one while all have a multiprocessor of their own, then more. */
  private record Shape(int chunks, int rows, int blocks, int threads) {
    static Shape of(Size size, int multiprocessors) {
      int chunks = up(size.slots(), CHUNK);
      boolean wide = chunks * CHUNK > MOST_NEURONS;
      int rows =
          size.batch() <= multiprocessors ? 1 : size.batch() <= 2 * multiprocessors || wide ? 2 : 4;
      int threads = WARP * up(8 * up(size.slots(), 4), WARP);
      return new Shape(chunks, rows, up(size.batch(), rows), threads);
    }

    /** Floats of a row in shared memory, on the side that is multiplied. */
    int pitch(int ofChunks) {
      return CHUNK * ofChunks + 16;
    }
  }

  private void launch(
      String kernel, Shape shape, int sharedFloats, List<? extends Number> arguments) {
    gpu.launch(
        new Launch(
            cell.name() + "-block-" + shape.chunks(),
            kernel + "_" + shape.chunks() + "_" + shape.rows(),
            shape.blocks(),
            1,
            1,
            shape.threads(),
            sharedFloats,
            false,
            arguments));
  }

  private Shape shape(Size size) {
    return Shape.of(size, gpu.properties().multiprocessors());
  }

  @Override
  public void forward(Inputs in, long last, Keep keep) {
    Size size = in.size();
    Shape shape = shape(size);
    long numbers = (long) size.rows() * size.neurons();
    launch(
        "forwardBlock",
        shape,
        2 * shape.rows() * shape.pitch(shape.chunks()),
        List.of(
            in.x(),
            in.weights(),
            in.coefficients(),
            in.start(),
            in.mask(),
            keep == Keep.LAST ? 0L : states.reserve(numbers),
            keep == Keep.TAPE ? tape.reserve(numbers) : 0L,
            last,
            size.steps(),
            size.batch(),
            size.neurons(),
            size.channels(),
            cell.rescaleFlag()));
  }

  @Override
  public long states(Inputs in, boolean clear) {
    if (in.mask() == 0 || !clear) {
      return states.address();
    }
    Size size = in.size();
    int n = size.neurons();
    long to = cleared.reserve((long) size.rows() * n);
    common.arrange(
        states.address(),
        CommonKernels.Strides.ofRows(size.batch(), n),
        to,
        n,
        in.mask(),
        size.steps(),
        size.batch(),
        n);
    return to;
  }

  @Override
  public void backward(Inputs in, Ends ends) {
    Size size = in.size();
    Shape shape = shape(size);
    int numbers = size.slots() * size.neurons();
    long parts = weightParts.reserve((long) shape.blocks() * numbers);
    int constants = 5 * size.neurons();
    int series = shape.blocks() * shape.rows();
    long sums = ends.constants() == 0 ? 0L : constantParts.reserve((long) series * constants);
    gpu.fill(ends.input(), 0, (long) ends.begin() * size.batch() * size.channels());
    launchBackward(in, ends, shape, parts, sums);
    common.gather(parts, ends.weights(), numbers, shape.blocks());
    if (sums != 0) {
      common.gather(sums, ends.constants(), constants, series);
    }
  }

  private void launchBackward(Inputs in, Ends ends, Shape shape, long parts, long sums) {
    Size size = in.size();
    int pitch = shape.pitch(Math.min(shape.chunks(), MOST_NEURONS / CHUNK));
    int slots = shape.threads() / 2 | 16;
    launch(
        "backwardBlock",
        shape,
        2 * shape.rows() * (pitch + slots),
        List.of(
            in.x(),
            in.weights(),
            in.coefficients(),
            in.start(),
            in.mask(),
            states.address(),
            tape.address(),
            ends.epsilon(),
            ends.epsilonOfLast(),
            ends.input(),
            ends.start(),
            parts,
            sums,
            size.steps(),
            size.batch(),
            size.neurons(),
            size.channels(),
            ends.begin(),
            cell.rescaleFlag()));
  }

  @Override
  public void verify() {
    // Blocks do not wait for one another.
  }
}
