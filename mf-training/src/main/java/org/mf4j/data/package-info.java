/**
 * Labelled time series: the values, the files they come from and the generators that make them.
 * Knows DataVec and ND4J's DataSet, no layer and no training.
 */
package org.mf4j.data;
