package org.mf4j.hardware;

/**
 * One way in which hardware deviates from what was programmed: of a device that holds a weight, or
 * of a layer. Immutable; what is random is drawn from a generator that {@link HardwareModel} seeds.
 */
public sealed interface Nonideality permits DeviceNonideality, LayerNonideality {}
