package org.mf4j.cuda.device;

import java.lang.ref.Cleaner;
import java.util.ArrayList;
import java.util.List;

/**
 * The device memory of one owner: arrays that grow when a larger batch comes and stay for the next
 * one. All are freed when the owner of this object is no longer reachable.
 */
public final class DeviceMemory {
  private static final Cleaner CLEANER = Cleaner.create();

  private final Gpu gpu;
  private final List<Array> arrays = new ArrayList<>();

  /**
   * Without any array yet.
   *
   * @param gpu where
   */
  public DeviceMemory(Gpu gpu) {
    this.gpu = gpu;
    CLEANER.register(this, new Release(gpu, arrays));
  }

  /** {@return an array, empty for now} */
  public Array array() {
    Array array = new Array(gpu);
    synchronized (arrays) {
      arrays.add(array);
    }
    return array;
  }

  /** {@return bytes that all arrays hold} */
  public long bytes() {
    synchronized (arrays) {
      return arrays.stream().mapToLong(array -> Float.BYTES * array.capacity).sum();
    }
  }

  private record Release(Gpu gpu, List<Array> arrays) implements Runnable {
    @Override
    public void run() {
      try (Gpu.Scope scope = gpu.enter()) {
        synchronized (arrays) {
          arrays.forEach(Array::free);
        }
      }
    }
  }

  /** Some floats on the device. */
  public static final class Array {
    private final Gpu gpu;
    private long address;
    private long capacity;

    private Array(Gpu gpu) {
      this.gpu = gpu;
    }

    /**
     * Makes room for so many floats; what was there may be lost.
     *
     * @param floats at least 1
     * @return the address of the first
     * @throws GpuException if there is no room; the array is empty then
     */
    public long reserve(long floats) {
      if (floats > capacity) {
        free();
        address = gpu.allocate(Float.BYTES * floats);
        capacity = floats;
      }
      return address;
    }

    /** {@return the address of the first float; 0 while nothing was reserved} */
    public long address() {
      return address;
    }

    private void free() {
      if (capacity > 0) {
        long before = address;
        address = 0;
        capacity = 0;
        gpu.free(before);
      }
    }
  }
}
