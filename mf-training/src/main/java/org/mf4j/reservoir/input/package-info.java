/**
 * How a reservoir sees its input: one class per way to draw the input weights. May depend on {@code
 * org.mf4j.random}, {@code org.mf4j.networks}, {@code org.mf4j.options} and the distributions of
 * {@code org.mf4j.reservoir.devices}.
 */
package org.mf4j.reservoir.input;
