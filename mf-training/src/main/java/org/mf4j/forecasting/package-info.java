/**
 * Forecasting with reservoirs: teacher-forced training, one-step and free-running prediction, and
 * how forecasts are scored. What comes out is an ordinary DL4J network. May depend on {@code
 * org.mf4j.networks}, reservoirs, readouts, {@code org.mf4j.random}, {@code org.mf4j.options}, ND4J
 * and DL4J; knows no signal and no data set.
 */
package org.mf4j.forecasting;
