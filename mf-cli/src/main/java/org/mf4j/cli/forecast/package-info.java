/**
 * {@code mf forecast}: reservoirs on generated signals at the same budget. May depend on {@code
 * org.mf4j.cli.options}, {@code org.mf4j.cli.output}, reports of mf-figures, and the forecasting
 * experiments of mf-training.
 */
package org.mf4j.cli.forecast;
