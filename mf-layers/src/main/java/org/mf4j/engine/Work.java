package org.mf4j.engine;

/**
 * The size of one call of an engine.
 *
 * @param batch B, the number of series
 * @param steps T, the number of steps
 * @param training whether {@link SequenceRun#backward} will follow
 */
public record Work(int batch, int steps, boolean training) {}
