package org.mf4j.experiment.forecasting;

/**
 * Steps of a signal.
 *
 * @param from the first
 * @param to the one after the last
 */
record Segment(int from, int to) {}
