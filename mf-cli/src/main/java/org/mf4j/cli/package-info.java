/**
 * The command line {@code mf}: where it starts, and how errors are told. Every command stands in a
 * package of its own with its options and reports; what they share is in {@link
 * org.mf4j.cli.options} and {@link org.mf4j.cli.text}. May depend on all that mf-training computes
 * with (models, search, experiments, reproduction, stability), but on no layer, network, reservoir
 * or readout, and on mf-figures. Nothing here trains or reads data formats.
 */
package org.mf4j.cli;
