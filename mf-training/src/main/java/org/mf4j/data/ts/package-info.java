/**
 * The {@code .ts} text format of the time series archive (timeseriesclassification.com): {@link
 * org.mf4j.data.ts.TsReader} reads one series after the other, {@link
 * org.mf4j.data.ts.TsSequenceRecordReader} does so for DataVec.
 *
 * <p>May depend on {@link org.mf4j.data.series}, on {@link org.mf4j.data.text} and on DataVec, on
 * nothing else.
 */
package org.mf4j.data.ts;
