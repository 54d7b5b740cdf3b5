package org.mf4j.cli;

import org.mf4j.data.series.SeriesSet;

/**
 * What a model learns from.
 *
 * @param series the training set
 * @param origin the name of its file or of its data set
 */
record TrainingSet(SeriesSet series, String origin) {}
