/**
 * The launches of the kernels in {@code src/main/cuda}: which of them run a layer on a device, in
 * what shape, over which scratch memory. Knows device addresses, no arrays of ND4J and no layers.
 */
package org.mf4j.cuda.kernels;
