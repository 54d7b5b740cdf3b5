package org.mf4j.cuda.driver;

import com.sun.jna.FunctionMapper;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.ptr.IntByReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mf4j.cuda.device.Gpu;
import org.mf4j.cuda.device.GpuException;

/**
 * The first device of the machine ({@code CUDA_VISIBLE_DEVICES} decides which that is), or why
 * there is none. Looked for once per process. Where the driver's files are missing nothing native
 * is loaded, so the question costs less than a millisecond.
 *
 * @param gpu the device
 * @param obstacle why there is none: the continuation of "engine = CUDA: ..."; empty if there is
 */
public record FirstGpu(Optional<Gpu> gpu, Optional<String> obstacle) {
  /** Oldest compute capability that the kernels are built for: Turing. */
  private static final int OLDEST = 75;

  private static final class Found {
    static final FirstGpu FIRST = look();
  }

  /** {@return the device, or why there is none} */
  public static FirstGpu of() {
    return Found.FIRST;
  }

  private static FirstGpu look() {
    if (!driverMayBeThere()) {
      return none("no NVIDIA driver is installed");
    }
    try {
      return open(load());
    } catch (UnsatisfiedLinkError e) {
      return none("the NVIDIA driver cannot be loaded (" + e.getMessage() + ")");
    } catch (GpuException e) {
      return none(e.getMessage());
    }
  }

  private static FirstGpu none(String why) {
    return new FirstGpu(Optional.empty(), Optional.of(why));
  }

  private static boolean isWindows() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
  }

  /** What the driver puts there on Linux, on Linux within Windows, and on Windows. */
  private static boolean driverMayBeThere() {
    Stream<String> signs =
        isWindows()
            ? Stream.of(System.getenv("SystemRoot") + "\\System32\\nvcuda.dll")
            : Stream.of("/dev/nvidiactl", "/dev/dxg", "/proc/driver/nvidia/version");
    return signs.anyMatch(sign -> Files.exists(Path.of(sign)));
  }

  static Driver load() {
    FunctionMapper byName = (library, method) -> method.getName();
    return Native.load(
        isWindows() ? "nvcuda" : "libcuda.so.1",
        Driver.class,
        Map.of(Library.OPTION_FUNCTION_MAPPER, byName));
  }

  private static FirstGpu open(Driver driver) {
    int code = driver.cuInit(0);
    IntByReference count = new IntByReference();
    if (code == 0) {
      code = driver.cuDeviceGetCount(count);
    }
    if (code != 0) {
      return none("the NVIDIA driver does not start (" + Checked.text(driver, code) + ")");
    }
    if (count.getValue() == 0) {
      return none("the NVIDIA driver finds no device");
    }
    DriverGpu gpu = new DriverGpu(new Checked(driver));
    int capability = gpu.properties().capability();
    if (capability < OLDEST) {
      return none(
          String.format(
              Locale.ROOT,
              "the device %s has compute capability %.1f, %.1f is needed",
              gpu.properties().name(),
              capability / 10.0,
              OLDEST / 10.0));
    }
    return new FirstGpu(Optional.of(gpu), Optional.empty());
  }
}
