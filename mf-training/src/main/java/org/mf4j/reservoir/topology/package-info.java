/**
 * Who feeds whom in a reservoir: one class per way to draw the recurrent matrix. May depend on
 * {@code org.mf4j.random}, {@code org.mf4j.networks}, {@code org.mf4j.options} and EJML.
 */
package org.mf4j.reservoir.topology;
