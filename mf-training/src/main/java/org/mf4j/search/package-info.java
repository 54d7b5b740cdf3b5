/**
 * Model selection: grids over any number among a model's settings, strategies, validation, and the
 * search that runs the trials in parallel. May depend on {@code org.mf4j.models}, on what it needs
 * to change settings (reservoirs, readouts, training, dynamics), on {@code org.mf4j.data} and on
 * the threads of {@code org.mf4j.engine}; knows no paper and no file.
 */
package org.mf4j.search;
