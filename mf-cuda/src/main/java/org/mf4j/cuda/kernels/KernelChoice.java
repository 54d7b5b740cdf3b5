package org.mf4j.cuda.kernels;

import java.util.Optional;
import org.mf4j.cuda.device.DeviceMemory;
import org.mf4j.cuda.device.Gpu;
import org.mf4j.cuda.device.GpuProperties;

/**
 * Which kernels run a layer: the block kernels while the weights of one block fit its registers (N
 * up to 128, N + nIn + 1 up to 160), else the grid kernels, up to as many neurons as the device has
 * room for.
 */
public final class KernelChoice {
  private KernelChoice() {}

  /**
   * Why no kernel runs a layer on a device.
   *
   * @param channels nIn
   * @param neurons N
   * @param gpu the device
   * @return the continuation of "engine = CUDA: ..."; empty if one does
   */
  public static Optional<String> obstacle(int channels, int neurons, GpuProperties gpu) {
    return isOfBlocks(channels, neurons) || GridShape.of(neurons, 1, gpu).isPresent()
        ? Optional.empty()
        : Optional.of(neurons + " neurons do not fit the device " + gpu.name());
  }

  /**
   * The kernels of a layer, without scratch memory yet.
   *
   * @param gpu the device
   * @param cell the cell
   * @param channels nIn
   * @param neurons N
   * @param memory takes their scratch memory
   * @return the kernels
   */
  public static LayerKernels of(
      Gpu gpu, CellKind cell, int channels, int neurons, DeviceMemory memory) {
    return isOfBlocks(channels, neurons)
        ? new BlockKernels(gpu, cell, memory)
        : new GridKernels(gpu, cell, memory);
  }

  private static boolean isOfBlocks(int channels, int neurons) {
    return neurons <= BlockKernels.MOST_NEURONS
        && neurons + channels + 1 <= BlockKernels.MOST_SLOTS;
  }
}
