/**
 * Labelled time series: the values ({@link org.mf4j.data.SeriesSet}), the two sets of an experiment
 * ({@link org.mf4j.data.TrainTest}), a generator that needs no file ({@link
 * org.mf4j.data.ControlCharts}), and the way into Deeplearning4j ({@link
 * org.mf4j.data.SeriesIterator}).
 *
 * <p>May depend on ND4J's {@code DataSet}, on {@code org.mf4j.random} and on the file format in
 * {@link org.mf4j.data.ts}; knows no layer and no training.
 */
package org.mf4j.data;
