/**
 * Labelled time series: the values ({@link org.mf4j.data.SeriesSet}), the two sets of an experiment
 * ({@link org.mf4j.data.TrainTest}), where they come from (by name {@link org.mf4j.data.Datasets},
 * from a file {@link org.mf4j.data.SeriesFile}, from a generator that needs no file {@link
 * org.mf4j.data.ControlCharts}), and the way into Deeplearning4j ({@link
 * org.mf4j.data.SeriesIterator}).
 *
 * <p>May depend on ND4J's {@code DataSet}, on {@code org.mf4j.random}, on Commons Text and on the
 * packages below: file formats ({@link org.mf4j.data.ts}, {@link org.mf4j.data.ucr}, {@link
 * org.mf4j.data.arff}) and places ({@link org.mf4j.data.archive}); knows no layer and no training.
 */
package org.mf4j.data;
