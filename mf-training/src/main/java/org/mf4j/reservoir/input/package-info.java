/**
 * How a reservoir sees its input: one class per way to draw the input weights. May depend on {@code
 * org.mf4j.random}, {@code org.mf4j.networks} and {@code org.mf4j.options}.
 */
package org.mf4j.reservoir.input;
