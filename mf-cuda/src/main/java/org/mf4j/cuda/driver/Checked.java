package org.mf4j.cuda.driver;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.Locale;
import org.mf4j.cuda.device.GpuException;

/**
 * Calls of the driver whose failures are exceptions.
 *
 * @param driver the driver
 */
record Checked(Driver driver) {
  /** What the driver calls an error. */
  static String text(Driver driver, int code) {
    PointerByReference text = new PointerByReference();
    boolean known = driver.cuGetErrorString(code, text) == 0 && text.getValue() != null;
    return code + (known ? ", " + text.getValue().getString(0) : "");
  }

  void check(int code, String what) {
    if (code != 0) {
      throw new GpuException("the CUDA driver refused " + what + " (" + text(driver, code) + ")");
    }
  }

  int device(int ordinal) {
    IntByReference device = new IntByReference();
    check(driver.cuDeviceGet(device, ordinal), "device " + ordinal);
    return device.getValue();
  }

  int attribute(int attribute, int device) {
    IntByReference value = new IntByReference();
    check(driver.cuDeviceGetAttribute(value, attribute, device), "attribute " + attribute);
    return value.getValue();
  }

  Pointer primaryContext(int device) {
    PointerByReference context = new PointerByReference();
    check(driver.cuDevicePrimaryCtxRetain(context, device), "the context of the device");
    return context.getValue();
  }

  /** Device memory, or a sentence that says how much was asked for and how much there is. */
  long allocate(long bytes) {
    LongByReference address = new LongByReference();
    int code = driver.cuMemAlloc_v2(address, bytes);
    if (code == Driver.OUT_OF_MEMORY) {
      throw new GpuException(
          String.format(
              Locale.ROOT,
              "%.1f MiB of device memory are needed and %.1f are free: use smaller batches or"
                  + " shorter series, or the CPU (-Dorg.mf4j.cuda=off)",
              bytes / 1048576.0,
              freeMemory() / 1048576.0));
    }
    check(code, bytes + " bytes of memory");
    return address.getValue();
  }

  long freeMemory() {
    LongByReference free = new LongByReference();
    LongByReference total = new LongByReference();
    check(driver.cuMemGetInfo_v2(free, total), "the amount of free memory");
    return free.getValue();
  }
}
