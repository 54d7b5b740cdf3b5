/**
 * What the engine needs of a GPU, whatever is behind it: memory, copies, launches of kernels by
 * name. The driver is one implementation, the tests bring another that runs the same kernels on the
 * host. Knows nothing of layers.
 */
package org.mf4j.cuda.device;
