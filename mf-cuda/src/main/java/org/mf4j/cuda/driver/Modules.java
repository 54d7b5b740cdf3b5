package org.mf4j.cuda.driver;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.mf4j.cuda.device.GpuException;
import org.mf4j.cuda.device.Launch;

/**
 * The kernels, by name. A resource is compiled by the driver when its first kernel is needed; the
 * driver keeps what it compiled on disk for the next process.
 */
final class Modules {
  private static final int ERROR_LOG = 5;
  private static final int ERROR_LOG_BYTES = 6;
  private static final int LOG = 8192;

  /** CU_FUNC_ATTRIBUTE_MAX_DYNAMIC_SHARED_SIZE_BYTES. */
  private static final int SHARED_BYTES = 8;

  /** Shared memory that every kernel may have without asking. */
  private static final int UNASKED = 48 << 10;

  private final Checked cuda;
  private final Map<String, Pointer> modules = new HashMap<>();
  private final Map<String, Pointer> functions = new HashMap<>();

  Modules(Checked cuda) {
    this.cuda = cuda;
  }

  /** The function of a launch; needs the device's context. */
  synchronized Pointer function(Launch launch) {
    String key = launch.module() + " " + launch.kernel();
    Pointer function = functions.get(key);
    if (function == null) {
      Pointer module = modules.get(launch.module());
      if (module == null) {
        module = load(launch.module(), ptx(launch.module()));
        modules.put(launch.module(), module);
      }
      PointerByReference found = new PointerByReference();
      cuda.check(cuda.driver().cuModuleGetFunction(found, module, launch.kernel()), key);
      function = found.getValue();
      functions.put(key, function);
    }
    if (launch.sharedBytes() > UNASKED) {
      cuda.check(
          cuda.driver().cuFuncSetAttribute(function, SHARED_BYTES, launch.sharedBytes()),
          launch.sharedBytes() + " bytes of shared memory for " + key);
    }
    return function;
  }

  /** Compiles PTX; what the compiler has to say against it is in the exception. */
  Pointer load(String name, byte[] ptx) {
    Memory log = new Memory(LOG);
    log.clear();
    Memory image = new Memory(ptx.length + 1L);
    image.write(0, ptx, 0, ptx.length);
    image.setByte(ptx.length, (byte) 0);
    PointerByReference module = new PointerByReference();
    int code =
        cuda.driver()
            .cuModuleLoadDataEx(
                module,
                image,
                2,
                new int[] {ERROR_LOG, ERROR_LOG_BYTES},
                new Pointer[] {log, new Pointer(LOG)});
    if (code != 0) {
      throw new GpuException(
          "the CUDA driver cannot compile the kernels "
              + name
              + " ("
              + Checked.text(cuda.driver(), code)
              + ") "
              + log.getString(0).strip());
    }
    return module.getValue();
  }

  private static byte[] ptx(String module) {
    String resource = "/org/mf4j/cuda/ptx/" + module + ".ptx";
    try (InputStream in = Modules.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new GpuException("the kernels " + resource + " are missing in mf-cuda");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
