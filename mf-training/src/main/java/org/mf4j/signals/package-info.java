/**
 * Signals that forecasting is judged by, each generated from its equations, so that no file is
 * needed and no number is random without a seed. May depend on {@code org.mf4j.random} and {@code
 * org.mf4j.options} only.
 */
package org.mf4j.signals;
