/**
 * Labelled time series as values: one series, a set of them, its parts, its digest, what is refused
 * in it. The ground that all of {@code org.mf4j.data} stands on; may depend on {@code
 * org.mf4j.random} and {@code org.mf4j.options}, and on no file format, no place and no DL4J.
 */
package org.mf4j.data.series;
