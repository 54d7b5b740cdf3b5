package org.mf4j.cuda.device;

import com.sun.jna.Pointer;

/**
 * A device with a memory of its own. All calls but {@link #properties} are made between {@link
 * #enter} and the end of its scope; copies and launches of one thread are done in their order, and
 * a copy to the host has happened when its call returns. Several threads may use a device at once.
 */
public interface Gpu {
  /** {@return what the device is and has} */
  GpuProperties properties();

  /**
   * Makes the device the one that this thread talks to.
   *
   * @return ends it, and puts what was before in its place
   */
  Scope enter();

  /** {@return bytes of device memory that nobody holds} */
  long freeMemory();

  /**
   * Takes device memory; its contents are undefined.
   *
   * @param bytes at least 1
   * @return its address
   * @throws GpuException if there is not as much left
   */
  long allocate(long bytes);

  /**
   * Gives device memory back; what still works on it is waited for.
   *
   * @param address from {@link #allocate}
   */
  void free(long address);

  /**
   * Copies from the host; the host's memory may be changed when this returns.
   *
   * @param to address on the device
   * @param from memory of the host
   * @param bytes how many
   */
  void upload(long to, Pointer from, long bytes);

  /**
   * Copies to the host, after everything that this thread asked for before.
   *
   * @param to memory of the host
   * @param from address on the device
   * @param bytes how many
   * @throws GpuException if something failed that this thread asked for before
   */
  void download(Pointer to, long from, long bytes);

  /**
   * Sets words of 32 bits.
   *
   * @param at address on the device
   * @param word the word
   * @param words how many; 0 does nothing
   */
  void fill(long at, int word, long words);

  /**
   * Starts a kernel.
   *
   * @param launch which, and on what
   * @throws GpuException if the device refuses it
   */
  void launch(Launch launch);

  /** A stretch of a thread's work on a device. */
  interface Scope extends AutoCloseable {
    @Override
    void close();
  }
}
