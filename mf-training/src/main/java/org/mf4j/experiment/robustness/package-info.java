/**
 * Robustness: the scores of models over the strength of what hardware does to them, with the
 * readout kept or fitted again. May depend on {@code org.mf4j.hardware}, {@code org.mf4j.models},
 * {@code org.mf4j.search} for trials and their log, the values of {@code org.mf4j.data} and {@code
 * org.mf4j.options}.
 */
package org.mf4j.experiment.robustness;
