package org.mf4j.cuda.device;

/**
 * What a device is and has.
 *
 * @param name of the card
 * @param driver version of the driver's interface, as in "13.0"
 * @param capability compute capability, major times ten plus minor
 * @param memory bytes of device memory
 * @param multiprocessors how many
 * @param sharedMemory bytes of shared memory that a block may ask for
 * @param cooperative whether blocks may wait for one another
 */
public record GpuProperties(
    String name,
    String driver,
    int capability,
    long memory,
    int multiprocessors,
    int sharedMemory,
    boolean cooperative) {}
