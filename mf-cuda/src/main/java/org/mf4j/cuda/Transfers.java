package org.mf4j.cuda;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.lang.ref.Reference;
import java.util.function.Consumer;
import org.mf4j.cuda.device.DeviceMemory;
import org.mf4j.cuda.device.Gpu;
import org.mf4j.cuda.kernels.CommonKernels;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Copies between arrays of ND4J, where they lie in the host's memory, and C order on the device. An
 * array of another order goes over as it is and is put in order there, which costs a few
 * microseconds; a loop here would cost a nanosecond per number.
 */
final class Transfers {
  private final Gpu gpu;
  private final CommonKernels common;
  private final DeviceMemory.Array unordered;
  private Memory host = new Memory(1024);

  Transfers(Gpu gpu, DeviceMemory memory) {
    this.gpu = gpu;
    this.common = new CommonKernels(gpu);
    this.unordered = memory.array();
  }

  /**
   * Copies to the device.
   *
   * @param to takes it
   * @param array floats, of rank 2 or 3
   * @return where it is now
   */
  long upload(DeviceMemory.Array to, INDArray array) {
    INDArray dense = isDense(array) ? array : array.dup('c');
    long address = to.reserve(dense.length());
    if (isInOrder(dense)) {
      withPointer(dense, from -> gpu.upload(address, from, bytes(dense)));
    } else {
      long there = unordered.reserve(dense.length());
      withPointer(dense, from -> gpu.upload(there, from, bytes(dense)));
      arrange(dense, address);
    }
    return address;
  }

  /** Copies numbers to the device. */
  void upload(long to, float[] numbers) {
    Memory staging = staging(numbers.length);
    staging.write(0, numbers, 0, numbers.length);
    gpu.upload(to, staging, (long) Float.BYTES * numbers.length);
  }

  /** Copies to an array in C order. */
  void download(long from, INDArray array) {
    withPointer(array, to -> gpu.download(to, from, bytes(array)));
  }

  /** Copies to so many floats of an array, from the given one on in memory. */
  void download(long from, INDArray array, long first, long floats) {
    withPointer(
        array, to -> gpu.download(to.share(Float.BYTES * first), from, Float.BYTES * floats));
  }

  /** Copies as many numbers as there are in {@code to}. */
  void download(long from, float[] to) {
    Memory staging = staging(to.length);
    gpu.download(staging, from, (long) Float.BYTES * to.length);
    staging.read(0, to, 0, to.length);
  }

  private Memory staging(int floats) {
    if (host.size() < (long) Float.BYTES * floats) {
      host = new Memory((long) Float.BYTES * floats);
    }
    return host;
  }

  private void arrange(INDArray dense, long to) {
    int rank = dense.rank();
    int n = (int) dense.size(rank - 1);
    int batch = (int) dense.size(rank - 2);
    int steps = rank == 3 ? (int) dense.size(0) : 1;
    CommonKernels.Strides strides =
        new CommonKernels.Strides(
            rank == 3 ? dense.stride(0) : 0, dense.stride(rank - 2), dense.stride(rank - 1));
    common.arrange(unordered.address(), strides, to, n, 0L, steps, batch, n);
  }

  /** Whether the entries lie side by side, in whatever order. */
  private static boolean isDense(INDArray array) {
    long largest = 0;
    for (int d = 0; d < array.rank(); d++) {
      if (array.size(d) > 1 && array.stride(d) < 1) {
        return false;
      }
      largest += (array.size(d) - 1) * array.stride(d);
    }
    return largest + 1 == array.length();
  }

  /** Whether they lie in C order. */
  private static boolean isInOrder(INDArray array) {
    long expected = 1;
    for (int d = array.rank() - 1; d >= 0; d--) {
      if (array.size(d) > 1 && array.stride(d) != expected) {
        return false;
      }
      expected *= array.size(d);
    }
    return true;
  }

  /** Where the first entry of an array is, while the array is held. */
  private static void withPointer(INDArray array, Consumer<Pointer> use) {
    DataBuffer data = array.data();
    try {
      use.accept(new Pointer(data.address() + Float.BYTES * data.offset()));
    } finally {
      Reference.reachabilityFence(array);
    }
  }

  private static long bytes(INDArray array) {
    return Float.BYTES * array.length();
  }
}
