/**
 * Data sets as a whole, on top of the packages below: the two sets of an experiment ({@link
 * org.mf4j.data.DatasetSplit}), found by name ({@link org.mf4j.data.Datasets}) or drawn without any
 * file ({@link org.mf4j.data.ControlCharts}), and their way into Deeplearning4j ({@link
 * org.mf4j.data.SeriesIterator}).
 *
 * <p>From the ground up: values ({@link org.mf4j.data.series}), text and the formats ({@link
 * org.mf4j.data.ts}, {@link org.mf4j.data.ucr}, {@link org.mf4j.data.arff}), files of any format
 * ({@link org.mf4j.data.formats}), places ({@link org.mf4j.data.archive}), this package. May depend
 * on ND4J's {@code DataSet}, on {@code org.mf4j.random} and {@code org.mf4j.options}; knows no
 * layer and no training.
 */
package org.mf4j.data;
