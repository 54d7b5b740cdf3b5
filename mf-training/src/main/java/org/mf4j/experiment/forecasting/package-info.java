/**
 * Forecasting tasks, and reservoirs compared on them at the same budget: as many configurations are
 * drawn for every kind, one is chosen on a validation part, and its score on a later part of the
 * signal counts. May depend on signals, forecasting, reservoirs, readouts and the layers.
 */
package org.mf4j.experiment.forecasting;
