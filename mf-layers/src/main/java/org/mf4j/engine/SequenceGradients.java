package org.mf4j.engine;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Where an engine puts gradients; everything that is there before is overwritten.
 *
 * @param input dL/dx {@code [T,B,nIn]}, C order
 * @param initialState dL/dh(0) {@code [B,m N]}, C order
 * @param params dL/d parameter, by the names and in the shapes of the parameters
 */
public record SequenceGradients(
    INDArray input, INDArray initialState, Map<String, INDArray> params) {}
