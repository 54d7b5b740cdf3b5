package org.mf4j.engine;

import org.mf4j.cells.RecurrentCell;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The layer that an engine is to run, all its life.
 *
 * @param cell the neurons
 * @param channels nIn
 * @param neurons N
 * @param dataType the precision of the network, FLOAT or DOUBLE
 * @param gradientCheckpointing whether training shall save memory for time
 */
public record EngineRequest(
    RecurrentCell cell,
    int channels,
    int neurons,
    DataType dataType,
    boolean gradientCheckpointing) {}
