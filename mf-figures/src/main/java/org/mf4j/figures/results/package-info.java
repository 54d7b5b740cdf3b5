/**
 * Pictures of what models do: scores, learning curves, confusion, forecasts, states and spectra of
 * a reservoir. Plain values in, so that they also draw what was not computed by this library. May
 * depend on the packages for plots and style; knows no model.
 */
package org.mf4j.figures.results;
