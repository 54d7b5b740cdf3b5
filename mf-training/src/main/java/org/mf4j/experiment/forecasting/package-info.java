/**
 * Forecasting tasks, and reservoirs compared on them at the same budget: as many configurations are
 * drawn for every kind, one is chosen on a validation part, and its score on a later part of the
 * signal counts. May depend on {@code org.mf4j.signals}, {@code org.mf4j.forecasting}, reservoirs,
 * readouts and the layers; nothing in this module may depend on it.
 */
package org.mf4j.experiment.forecasting;
