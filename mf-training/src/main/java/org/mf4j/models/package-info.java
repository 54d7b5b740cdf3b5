/**
 * The four models of the papers (ESN, MF-ESN, RNN, MF-RNN) and the heterogeneous MF-ESN: their
 * settings, how a model is fitted to a set of series, what it predicts, and its file. A model is a
 * {@link org.mf4j.models.CellSettings} and a {@link org.mf4j.models.Learning}. May depend on data,
 * networks, reservoirs, readouts, training, the stability conditions (for Theorem 3.1) and the
 * layers; knows no paper, no search and no experiment.
 */
package org.mf4j.models;
