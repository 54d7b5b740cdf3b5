package org.mf4j.cuda.driver;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import org.mf4j.cuda.device.Gpu;
import org.mf4j.cuda.device.GpuProperties;
import org.mf4j.cuda.device.Launch;

/**
 * The first device, in its primary context, which other libraries of the process share. Every
 * thread has a stream of its own there (CU_STREAM_PER_THREAD).
 */
final class DriverGpu implements Gpu {
  private static final Pointer STREAM_OF_THREAD = new Pointer(2);
  private static final int MULTIPROCESSORS = 16;
  private static final int CAPABILITY_MAJOR = 75;
  private static final int CAPABILITY_MINOR = 76;
  private static final int COOPERATIVE_LAUNCH = 95;
  private static final int SHARED_MEMORY_OPTIN = 97;
  private static final int LONGEST_NAME = 256;

  private final Checked cuda;
  private final Driver driver;
  private final GpuProperties properties;
  private final Modules modules;
  private final int device;
  private Pointer context;

  DriverGpu(Checked cuda) {
    this.cuda = cuda;
    this.driver = cuda.driver();
    this.device = cuda.device(0);
    this.properties = read();
    this.modules = new Modules(cuda);
  }

  private GpuProperties read() {
    IntByReference version = new IntByReference();
    cuda.check(driver.cuDriverGetVersion(version), "its version");
    byte[] name = new byte[LONGEST_NAME];
    cuda.check(driver.cuDeviceGetName(name, name.length, device), "the name of the device");
    LongByReference memory = new LongByReference();
    cuda.check(driver.cuDeviceTotalMem_v2(memory, device), "the memory of the device");
    return new GpuProperties(
        Native.toString(name, StandardCharsets.UTF_8),
        version.getValue() / 1000 + "." + version.getValue() % 1000 / 10,
        10 * cuda.attribute(CAPABILITY_MAJOR, device) + cuda.attribute(CAPABILITY_MINOR, device),
        memory.getValue(),
        cuda.attribute(MULTIPROCESSORS, device),
        cuda.attribute(SHARED_MEMORY_OPTIN, device),
        cuda.attribute(COOPERATIVE_LAUNCH, device) != 0);
  }

  @Override
  public GpuProperties properties() {
    return properties;
  }

  @Override
  public Scope enter() {
    cuda.check(driver.cuCtxPushCurrent_v2(context()), "to make the device current");
    return () ->
        cuda.check(driver.cuCtxPopCurrent_v2(new PointerByReference()), "to leave the device");
  }

  /** The primary context takes some hundred milliseconds and MiB: it waits for the first use. */
  private synchronized Pointer context() {
    if (context == null) {
      context = cuda.primaryContext(device);
    }
    return context;
  }

  @Override
  public long freeMemory() {
    return cuda.freeMemory();
  }

  @Override
  public long allocate(long bytes) {
    return cuda.allocate(bytes);
  }

  @Override
  public void free(long address) {
    cuda.check(driver.cuMemFree_v2(address), "to free memory");
  }

  @Override
  public void upload(long to, Pointer from, long bytes) {
    cuda.check(
        driver.cuMemcpyHtoDAsync_v2(to, from, bytes, STREAM_OF_THREAD),
        "to copy " + bytes + " bytes to the device");
  }

  @Override
  public void download(Pointer to, long from, long bytes) {
    String what = "to copy " + bytes + " bytes from the device";
    cuda.check(driver.cuMemcpyDtoHAsync_v2(to, from, bytes, STREAM_OF_THREAD), what);
    cuda.check(driver.cuStreamSynchronize(STREAM_OF_THREAD), what);
  }

  @Override
  public void fill(long at, int word, long words) {
    if (words > 0) {
      cuda.check(driver.cuMemsetD32Async(at, word, words, STREAM_OF_THREAD), "to fill memory");
    }
  }

  @Override
  public void launch(Launch l) {
    Pointer function = modules.function(l);
    try (Memory arguments = l.packed()) {
      cuda.check(
          l.together()
              ? driver.cuLaunchCooperativeKernel(
                  function,
                  l.x(),
                  l.y(),
                  l.z(),
                  l.threads(),
                  1,
                  1,
                  l.sharedBytes(),
                  STREAM_OF_THREAD,
                  arguments)
              : driver.cuLaunchKernel(
                  function,
                  l.x(),
                  l.y(),
                  l.z(),
                  l.threads(),
                  1,
                  1,
                  l.sharedBytes(),
                  STREAM_OF_THREAD,
                  arguments,
                  null),
          "the launch of " + l.kernel() + " on " + l.x() + " x " + l.y() + " x " + l.z());
    }
  }
}
