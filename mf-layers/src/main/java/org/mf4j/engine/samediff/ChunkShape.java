package org.mf4j.engine.samediff;

/**
 * What a chunk's graph depends on; the batch size is not among it.
 *
 * @param steps the number of steps
 * @param channels nIn
 * @param neurons N
 * @param masked whether steps may be absent
 */
record ChunkShape(int steps, int channels, int neurons, boolean masked) {}
