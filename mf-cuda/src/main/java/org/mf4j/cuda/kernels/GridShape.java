package org.mf4j.cuda.kernels;

import static org.mf4j.cuda.kernels.Size.up;

import java.util.Optional;
import java.util.stream.IntStream;
import org.mf4j.cuda.device.GpuProperties;

/**
 * How the neurons of a layer are dealt to the blocks of a grid kernel.
 *
 * @param chunks 128 neurons each that a thread has weights from
 * @param rows series that a block multiplies at once
 * @param tiles blocks over which the neurons are dealt
 */
record GridShape(int chunks, int rows, int tiles) {
  private static final int CHUNK = 128;
  private static final int WIDEST = 16;
  private static final int FEW_SERIES = 4;
  private static final int MANY_SERIES = 8;

  /** {@return the shape, or nothing where the blocks do not fit the device} */
  static Optional<GridShape> of(int neurons, int batch, GpuProperties gpu) {
    return IntStream.of(1, 2, 4, 8, WIDEST)
        .filter(chunks -> neurons <= CHUNK * chunks)
        .boxed()
        .findFirst()
        .flatMap(chunks -> of(chunks, neurons, batch, gpu));
  }

  private static Optional<GridShape> of(int chunks, int neurons, int batch, GpuProperties gpu) {
    GridShape few = new GridShape(chunks, FEW_SERIES, up(neurons, tile(chunks)));
    GridShape many = new GridShape(chunks, MANY_SERIES, few.tiles);
    boolean fill = up(batch, MANY_SERIES) >= 2 * (gpu.multiprocessors() / few.tiles);
    GridShape best = fill && chunks < WIDEST && many.fits(gpu) ? many : few;
    return Optional.of(best).filter(shape -> shape.fits(gpu));
  }

  private boolean fits(GpuProperties gpu) {
    return gpu.cooperative()
        && tiles <= gpu.multiprocessors()
        && Float.BYTES * sharedFloats() <= gpu.sharedMemory();
  }

  private static int tile(int chunks) {
    return chunks == WIDEST ? 16 : 32;
  }

  /** Floats of a padded row. */
  int pitch() {
    return tile(chunks) * tiles;
  }

  int sharedFloats() {
    return 2 * rows * (CHUNK * chunks + tile(chunks) + 4);
  }

  /** Groups of series that are in work at once. */
  int groups(int batch, GpuProperties gpu) {
    return Math.min(up(batch, rows), Math.max(1, gpu.multiprocessors() / tiles));
  }
}
