package org.mf4j.cuda.device;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.List;

/**
 * One launch of a kernel.
 *
 * @param module the resource that holds the kernel, without path and ending
 * @param kernel its name
 * @param x blocks in x
 * @param y blocks in y
 * @param z blocks in z
 * @param threads threads per block
 * @param sharedFloats shared memory per block, in floats
 * @param together whether blocks wait for one another, so that all must run at once
 * @param arguments of the kernel: a Long is an address or a long long, an Integer an int
 */
public record Launch(
    String module,
    String kernel,
    int x,
    int y,
    int z,
    int threads,
    int sharedFloats,
    boolean together,
    List<? extends Number> arguments) {

  /** {@return bytes of shared memory per block} */
  public int sharedBytes() {
    return Float.BYTES * sharedFloats;
  }

  /** {@return the arguments in native memory, behind pointers to each of them} */
  public Memory packed() {
    int n = arguments.size();
    Memory memory = new Memory(2L * n * Long.BYTES);
    for (int i = 0; i < n; i++) {
      long at = (long) (n + i) * Long.BYTES;
      if (arguments.get(i) instanceof Integer number) {
        memory.setInt(at, number);
      } else {
        memory.setLong(at, arguments.get(i).longValue());
      }
      memory.setPointer((long) i * Long.BYTES, new Pointer(Pointer.nativeValue(memory) + at));
    }
    return memory;
  }
}
