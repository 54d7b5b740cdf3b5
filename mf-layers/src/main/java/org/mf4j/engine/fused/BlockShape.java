package org.mf4j.engine.fused;

/**
 * The sizes of a block's memory.
 *
 * @param rows series
 * @param steps T
 * @param channels nIn
 * @param training whether states are kept for the way back
 */
record BlockShape(int rows, int steps, int channels, boolean training) {}
