/**
 * Steps between a file and a model: normalise, scale, interpolate, resample. A {@link
 * org.mf4j.data.transform.Pipeline} is a list of {@link org.mf4j.data.transform.Transform}s; fitted
 * to a training set it is a {@link org.mf4j.data.transform.FittedPipeline}, which treats any other
 * set alike and can be kept with a model.
 *
 * <p>Statistics over the training set are those of ND4J's normalisers. DataVec's {@code
 * TransformProcess} has no step that looks along a series to interpolate, resample or normalise it,
 * so these are our own; who needs its other steps reads files with {@link
 * org.mf4j.data.ts.TsSequenceRecordReader}. May depend on the values of {@link org.mf4j.data} and
 * on ND4J.
 */
package org.mf4j.data.transform;
