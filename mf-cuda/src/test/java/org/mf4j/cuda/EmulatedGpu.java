package org.mf4j.cuda;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.mf4j.cuda.device.Gpu;
import org.mf4j.cuda.device.GpuException;
import org.mf4j.cuda.device.GpuProperties;
import org.mf4j.cuda.device.Launch;
import org.mf4j.cuda.driver.FirstGpu;

/**
 * A device that is not there: its memory is the host's and its kernels are those of {@link
 * HostKernels}. Memory starts as NaN, so that what a kernel forgets to write is seen.
 */
final class EmulatedGpu implements Gpu {
  private static final GpuProperties PROPERTIES =
      new GpuProperties("emulation", "0.0", 90, 1L << 30, 12, 227 << 10, true);
  private static final EmulatedGpu THE_ONE = new EmulatedGpu(PROPERTIES);

  /** One launch at a time, on all of them: the fibers are global. */
  private static final Object LAUNCHES = new Object();

  private final GpuProperties properties;
  private final AtomicLong allocations = new AtomicLong();

  EmulatedGpu(GpuProperties properties) {
    this.properties = properties;
  }

  static FirstGpu first() {
    return new FirstGpu(Optional.of(THE_ONE), Optional.empty());
  }

  /** How many allocations there have been and are not freed. */
  long allocations() {
    return allocations.get();
  }

  @Override
  public GpuProperties properties() {
    return properties;
  }

  @Override
  public Scope enter() {
    return () -> {};
  }

  @Override
  public long freeMemory() {
    return properties.memory();
  }

  @Override
  public long allocate(long bytes) {
    if (bytes > properties.memory()) {
      throw new GpuException("no room for " + bytes + " bytes");
    }
    allocations.incrementAndGet();
    long address = Native.malloc(bytes);
    new Pointer(address).setMemory(0, bytes, (byte) -1);
    return address;
  }

  @Override
  public void free(long address) {
    allocations.decrementAndGet();
    Native.free(address);
  }

  @Override
  public void upload(long to, Pointer from, long bytes) {
    copy(new Pointer(to), from, bytes);
  }

  @Override
  public void download(Pointer to, long from, long bytes) {
    copy(to, new Pointer(from), bytes);
  }

  private static void copy(Pointer to, Pointer from, long bytes) {
    to.getByteBuffer(0, bytes).put(from.getByteBuffer(0, bytes));
  }

  @Override
  public void fill(long at, int word, long words) {
    for (long i = 0; i < words; i++) {
      new Pointer(at).setInt(Integer.BYTES * i, word);
    }
  }

  @Override
  public void launch(Launch launch) {
    String module = launch.module();
    String cell = module.equals("common") ? "Euler" : module.substring(0, module.indexOf('-'));
    synchronized (LAUNCHES) {
      int code =
          HostKernels.of(cell)
              .calls()
              .mfLaunch(
                  launch.kernel(),
                  launch.x(),
                  launch.y(),
                  launch.z(),
                  launch.threads(),
                  launch.sharedBytes(),
                  launch.packed(),
                  launch.together() ? 1 : 0);
      if (code != 0) {
        throw new GpuException(
            launch.kernel() + (code == 1 ? ": no such kernel" : ": all threads wait"));
      }
    }
  }
}
