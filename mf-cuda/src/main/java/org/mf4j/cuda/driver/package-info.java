/**
 * The NVIDIA driver's interface, which every driver brings: finding it, its first device, and that
 * device as a {@link org.mf4j.cuda.device.Gpu}.
 */
package org.mf4j.cuda.driver;
