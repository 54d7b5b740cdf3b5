/**
 * What the papers selected and published: the settings per task and model, and the scores. [APL] is
 * Pistolesi, Ceni, Milano, Ricciardi, Gallicchio, APL Mach. Learn. 3, 016117 (2025), doi
 * 10.1063/5.0255168; [NW] and [ESANN] are the same authors' <i>Nanowire Neural Networks for
 * time-series processing</i> and <i>A Model of Memristive Nanowire Neuron for Recurrent Neural
 * Networks</i>. May depend on {@code org.mf4j.models}, on {@code org.mf4j.search} for the grids,
 * and on what settings are made of: reservoirs, training, dynamics.
 */
package org.mf4j.papers;
