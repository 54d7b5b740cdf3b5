/**
 * Steps between a file and a model: normalise, scale, interpolate, resample. A {@link
 * org.mf4j.data.transform.Pipeline} is a list of {@link org.mf4j.data.transform.Transform}s; fitted
 * to a training set it is a {@link org.mf4j.data.transform.FittedPipeline}, which treats any other
 * set alike and can be kept with a model.
 *
 * <p>DataVec's {@code TransformProcess} has no step that looks along a series to interpolate,
 * resample or normalise it, and ND4J's normalisers do not fit (see {@code ChannelStatistics}), so
 * the steps are our own. Who needs DataVec's other steps reads files with {@link
 * org.mf4j.data.ts.TsSequenceRecordReader}; ND4J's normalisers go into {@link
 * org.mf4j.data.SeriesIterator#setPreProcessor}. May depend on the values of {@link org.mf4j.data}
 * and on {@code org.mf4j.options}, on nothing else.
 */
package org.mf4j.data.transform;
